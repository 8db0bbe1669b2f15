package dev.fakebeeper.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/** How the owner opens chats. A direct chat with somebody exists once; asking again finds it. */
public final class ChatCreation {
  private ChatCreation() {}

  /**
   * A chat that was asked for.
   *
   * @param chat the chat
   * @param created false when it was there before
   */
  public record Opened(Chat chat, boolean created) {}

  /** Opens the direct chat with a person; somebody who cannot be messaged is refused. */
  public static Opened direct(Transaction transaction, Account account, User person) {
    var existing = existing(transaction.state(), account, person.id());
    if (existing.isPresent()) {
      return new Opened(existing.get(), false);
    }
    requireMessageable(person);
    var members = TreePVector.singleton(Participant.of(person)).plus(owner(account));
    return new Opened(open(transaction, account, ChatType.SINGLE, members, null), true);
  }

  /**
   * Opens a group.
   *
   * @param title null to name it after its members
   */
  public static Opened group(
      Transaction transaction, Account account, List<User> people, @Nullable String title) {
    people.forEach(ChatCreation::requireMessageable);
    PVector<Participant> members =
        TreePVector.from(people.stream().distinct().map(Participant::of).toList());
    var owner = new Participant(owner(account).user(), true, false, false);
    return new Opened(open(transaction, account, ChatType.GROUP, members.plus(owner), title), true);
  }

  /** The direct chat with a person, if there is one. */
  public static Optional<Chat> existing(WorldState state, Account account, String userId) {
    var key = new WorldState.DirectKey(account.id(), userId);
    return Optional.ofNullable(state.directChats().get(key)).flatMap(state::findChat);
  }

  private static void requireMessageable(User person) {
    if (person.cannotMessage()) {
      throw WorldException.forbidden(person.displayName() + " cannot be messaged");
    }
  }

  private static Participant owner(Account account) {
    var user = account.user();
    return Participant.of(user.with(draft -> draft.id(account.selfUserId()).self(true)));
  }

  private static Chat open(
      Transaction transaction,
      Account account,
      ChatType type,
      PVector<Participant> members,
      @Nullable String title) {
    var network = transaction.state().networkOf(account);
    var chat =
        ChatBuilder.builder()
            .id("!" + transaction.newText(12) + ":" + server(account))
            .localId(transaction.newLocalChatId())
            .accountId(account.id())
            .type(type)
            .title(title == null || title.isBlank() ? titleOf(members) : title)
            .participants(members)
            .lastActivity(transaction.now())
            .capabilities(network.capabilities())
            .labelIds(TreePSet.empty())
            .build();
    transaction.put(chat);
    return chat;
  }

  /**
   * Cloud chats live on the vendor's server, those of a bridge on the device on a made-up local
   * one.
   */
  private static String server(Account account) {
    var bridge = account.bridge();
    if (bridge.provider() != Account.Provider.LOCAL) {
      return "beeper.com";
    }
    var login = account.loginId();
    return (login == null ? "" : login + ".") + bridge.id().toLowerCase(Locale.ROOT) + ".localhost";
  }

  /** The names of the others, or of the owner alone. */
  public static String titleOf(PVector<Participant> members) {
    var names =
        members.stream()
            .map(Participant::user)
            .filter(user -> !user.self())
            .map(User::displayName)
            .limit(4)
            .collect(Collectors.joining(", "));
    return names.isEmpty() && !members.isEmpty() ? members.get(0).user().displayName() : names;
  }
}
