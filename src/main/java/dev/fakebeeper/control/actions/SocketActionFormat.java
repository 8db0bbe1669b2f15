package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.events.SocketAct;
import java.util.function.Supplier;

/** Reads what happens to event sockets. */
final class SocketActionFormat {
  /** What a server sends that goes away. */
  private static final int GOING_AWAY = 1001;

  private SocketActionFormat() {}

  static Action close(SourceNode node) {
    var fields = node.asFields("The closing of sockets");
    var socket = fields.text("socketID");
    var code = fields.number("code", GOING_AWAY);
    var reason = fields.text("reason", "");
    fields.done();
    return new SocketAction.Act(socket, made(node, () -> new SocketAct.Close(code, reason)));
  }

  static Action cut(SourceNode node) {
    return act(node, "The cutting of sockets", new SocketAct.Cut());
  }

  static Action halfOpen(SourceNode node) {
    return act(node, "Sockets that go dead", new SocketAct.HalfOpen());
  }

  private static Action act(SourceNode node, String what, SocketAct act) {
    var fields = node.asFields(what);
    var action = new SocketAction.Act(fields.text("socketID"), act);
    fields.done();
    return action;
  }

  static Action frame(SourceNode node) {
    var fields = node.asFields("A frame");
    var socket = fields.text("socketID");
    var action = new SocketAction.Act(socket, new SocketAct.Send(fields.require("text").asText()));
    fields.done();
    return action;
  }

  static Action release(SourceNode node) {
    node.asFields("A release").done();
    return new SocketAction.Release();
  }

  static Action rule(SourceNode node) {
    return new SocketAction.AddRule(SocketRuleFormat.read(node));
  }

  static Action ruleRemoval(SourceNode node) {
    var fields = node.asFields("The removal of a rule");
    var action = new SocketAction.RemoveRule(fields.text("ruleID"));
    fields.done();
    return action;
  }

  /** Makes a value that checks itself, and says at its place what it cannot be. */
  static <T> T made(SourceNode node, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw node.mistake(String.valueOf(e.getMessage()), "It could never act", "Correct it");
    }
  }
}
