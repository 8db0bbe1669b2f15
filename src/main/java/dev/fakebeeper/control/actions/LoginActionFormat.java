package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.actions.LoginAction.Deed;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;

/** Reads what happens to sign-ins and logins. */
final class LoginActionFormat {
  private LoginActionFormat() {}

  static Action plan(SourceNode node) {
    var fields = node.asFields("A plan for sign-ins");
    var bridge = fields.text("bridgeID");
    var change = SignInPlanFormat.change(fields);
    fields.done();
    return new LoginAction.Plan(bridge, change);
  }

  static Action change(SourceNode node) {
    var fields = node.asFields("A plan for one sign-in");
    var target = target(fields);
    var change = SignInPlanFormat.change(fields);
    fields.done();
    return new LoginAction.Change(target, change);
  }

  static Action confirm(SourceNode node) {
    return act(Deed.CONFIRM, "The confirmation of a sign-in", node);
  }

  static Action decline(SourceNode node) {
    return act(Deed.DECLINE, "The refusal of a sign-in", node);
  }

  static Action rotate(SourceNode node) {
    return act(Deed.ROTATE, "The change of what is shown", node);
  }

  static Action expire(SourceNode node) {
    return act(Deed.EXPIRE, "The end of a sign-in", node);
  }

  private static Action act(Deed deed, String what, SourceNode node) {
    var fields = node.asFields(what);
    var action = new LoginAction.Act(deed, target(fields));
    fields.done();
    return action;
  }

  /** By its own id, or by that of its bridge. */
  private static String target(Fields fields) {
    var session = fields.find("loginSessionID");
    var bridge = fields.find("bridgeID");
    if (session != null && bridge != null) {
      throw bridge.mistake(
          "There is a session already",
          "A sign-in goes by its own id, or by that of its bridge",
          "Remove one of them");
    }
    return session == null ? BridgeActionFormat.bridgeId(fields) : session.asText();
  }

  static Action fail(SourceNode node) {
    var fields = node.asFields("The failure of a sign-in");
    var action =
        new LoginAction.Fail(
            target(fields), fields.require("code").asText(), fields.require("message").asText());
    fields.done();
    return action;
  }

  static Action revoke(SourceNode node) {
    var fields = node.asFields("The revocation of a login");
    var action =
        new LoginAction.Revoke(
            BridgeActionFormat.bridgeId(fields),
            fields.require("loginID").asText(),
            fields.text("statusText"));
    fields.done();
    return action;
  }
}
