package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.NewAccount;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import dev.fakebeeper.world.AccountStatus;
import java.util.Locale;

/** Reads what happens to accounts and tokens. */
final class AccountActionFormat {
  private static final Choice<AccountStatus> STATUS =
      Choice.of(AccountStatus.values(), AccountActionFormat::word);

  private AccountActionFormat() {}

  static Action add(SourceNode node) {
    var fields = node.asFields("An account");
    var id = ChatActionFormat.accountId(fields);
    var account =
        NewAccount.on(fields.require("network").asText(), id, fields.require("userID").asText());
    var name = fields.text("fullName");
    account = name == null ? account : account.named(name);
    var handle = fields.text("username");
    account = handle == null ? account : account.username(handle);
    account = fields.flag("local") ? account.local() : account;
    var status = fields.or("status", STATUS::read, AccountStatus.CONNECTED);
    var action = new AccountAction.Add(id, account.status(word(status), fields.text("statusText")));
    fields.done();
    return action;
  }

  static Action status(SourceNode node) {
    var fields = node.asFields("The status of an account");
    var action =
        new AccountAction.Status(
            ChatActionFormat.accountId(fields),
            word(STATUS.read(fields.require("status"))),
            fields.text("statusText"));
    fields.done();
    return action;
  }

  private static String word(AccountStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  static Action remove(SourceNode node) {
    var fields = node.asFields("The removal of an account");
    var action = new AccountAction.Remove(ChatActionFormat.accountId(fields));
    fields.done();
    return action;
  }

  static Action revokeToken(SourceNode node) {
    var fields = node.asFields("The revocation of a token");
    var action = new AccountAction.RevokeToken(fields.text("token"));
    fields.done();
    return action;
  }
}
