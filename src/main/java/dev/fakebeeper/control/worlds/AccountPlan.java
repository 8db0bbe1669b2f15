package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.AccountStatus;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account as a file describes it.
 *
 * @param key the name in the file
 * @param network the kind of network
 * @param id null to follow the network's pattern
 * @param login the owner's handle, null to follow the network's pattern
 * @param loginId the bridge login, null for the owner's handle
 * @param bridge the bridge's id, null for the network's own
 * @param provider where the bridge runs, null for the network's own
 * @param status the state of the connection
 * @param statusText the same for people, null when there is none
 * @param contacts people in its address book beside those in its chats
 */
record AccountPlan(
    String key,
    Ref network,
    @Nullable String id,
    @Nullable String login,
    @Nullable String loginId,
    @Nullable String bridge,
    Account.@Nullable Provider provider,
    AccountStatus status,
    @Nullable String statusText,
    List<Ref> contacts) {
  private static final Choice<AccountStatus> STATUS =
      Choice.of(AccountStatus.values(), s -> s.name().toLowerCase(Locale.ROOT));

  /** An account on a network, as its bridge makes it. */
  static AccountPlan on(Ref network) {
    return new AccountPlan(
        network.key(),
        network,
        null,
        null,
        null,
        null,
        null,
        AccountStatus.CONNECTED,
        null,
        List.of());
  }

  static AccountPlan read(String key, SourceNode node) {
    var fields = node.asFields("An account");
    var plan =
        new AccountPlan(
            key,
            fields.or("network", Ref.READ, new Ref(node.place(), key)),
            fields.text("id"),
            fields.text("login"),
            fields.text("loginID"),
            fields.text("bridge"),
            fields.orNull("provider", NetworkFormat.PROVIDER::read),
            fields.or("status", STATUS::read, AccountStatus.CONNECTED),
            fields.text("statusText"),
            fields.list("contacts", Ref.READ));
    fields.done();
    return plan;
  }
}
