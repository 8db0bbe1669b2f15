package dev.fakebeeper.control.worlds;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.User;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The people of a world as one account knows them. Each is made once, so that all chats of the
 * account share the value. Used by one thread.
 */
final class Cast {
  private final WorldPlan plan;
  private final NetworkPlan network;
  private final String login;
  private final Map<String, User> users = new LinkedHashMap<>();
  private final User self;

  Cast(WorldPlan plan, NetworkPlan network, String login) {
    this.plan = plan;
    this.network = network;
    this.login = login;
    this.self = user(plan.me(), true);
  }

  /** The owner as others see them. */
  User self() {
    return self;
  }

  /** The owner as the account shows them: the id is the login's. */
  User owner() {
    return self.withId(login);
  }

  /** Somebody by their name in the file; {@code me} is the owner. */
  User user(Ref who) {
    if (who.key().equals("me")) {
      return self;
    }
    var known = users.get(who.key());
    if (known != null) {
      return known;
    }
    var user = user(who.in(plan.people(), "person"), false);
    users.put(who.key(), user);
    return user;
  }

  /** Everybody who was asked for so far, but the owner. */
  Collection<User> met() {
    return users.values();
  }

  /** The values for this account's id patterns. */
  Slots slots(@Nullable Person with, String text) {
    return new Slots(text, login, network.bridge(), with);
  }

  NetworkPlan network() {
    return network;
  }

  private User user(Person person, boolean isSelf) {
    var ownId = person.ids().get(network.network().type());
    var id = ownId == null ? slots(person, "").fill(network.ids().user()) : ownId;
    var shows = network.shows();
    var avatar = person.avatar();
    return new User(
        id,
        person.shown(NetworkPlan.Shown.USERNAME, shows),
        person.shown(NetworkPlan.Shown.PHONE, shows),
        person.shown(NetworkPlan.Shown.EMAIL, shows),
        person.name(),
        avatar == null ? null : avatar.in(plan.assets(), "asset").url(),
        person.cannotMessage(),
        isSelf);
  }

  /** An account and the people it knows. */
  record Of(Account account, Cast cast) {}
}
