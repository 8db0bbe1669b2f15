package dev.fakebeeper.control.actions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.control.Sockets;
import dev.fakebeeper.events.EventMatch;
import dev.fakebeeper.events.RuleStatus;
import dev.fakebeeper.events.SocketInfo;
import dev.fakebeeper.events.StreamEffect;
import dev.fakebeeper.events.StreamRule;
import java.util.List;
import java.util.Locale;

/** Writes event sockets and their rules for the control API; the rules as they are read. */
public final class SocketJson {
  private SocketJson() {}

  /** The open sockets, the oldest first. */
  public static List<ObjectNode> sockets(Sockets sockets) {
    return sockets.list().stream().map(SocketJson::of).toList();
  }

  private static ObjectNode of(SocketInfo socket) {
    var json = object();
    json.put("socketID", socket.id());
    json.put("openedAt", socket.openedAt().toString());
    socket.chatIds().forEach(json.putArray("chatIDs")::add);
    json.put("appState", socket.appState());
    json.put("lastSeq", socket.lastSeq());
    json.put("eventsSent", socket.eventsSent());
    json.put("state", socket.state().name().toLowerCase(Locale.ROOT));
    return json;
  }

  /** The rules in the order in which they were added, with how often they have acted. */
  public static List<ObjectNode> rules(Sockets sockets) {
    return sockets.rules().stream().map(SocketJson::of).toList();
  }

  private static ObjectNode of(RuleStatus status) {
    var json = object();
    json.put("ruleID", status.id());
    var rule = status.rule();
    var on = match(rule.match());
    if (!on.isEmpty()) {
      json.set("on", on);
    }
    if (rule.times() != StreamRule.ALWAYS) {
      json.put("times", rule.times());
    }
    put(json, rule.effect());
    json.put("fired", status.fired());
    return json;
  }

  private static ObjectNode match(EventMatch match) {
    var json = object();
    if (match.type() != null) {
      json.put("type", match.type());
    }
    if (match.chatId() != null) {
      json.put("chatID", match.chatId());
    }
    if (match.socketId() != null) {
      json.put("socketID", match.socketId());
    }
    return json;
  }

  private static void put(ObjectNode json, StreamEffect effect) {
    if (effect instanceof StreamEffect.OfItsWay way) {
      var members = json.putObject(name(way));
      if (way instanceof StreamEffect.Duplicate duplicate) {
        members.put("copies", duplicate.copies());
      } else if (way instanceof StreamEffect.Reorder reorder) {
        members.put("size", reorder.size());
      }
      members.put("numbered", SocketRuleFormat.word(way.numbering()));
    } else {
      json.putObject(name(effect));
    }
  }

  /** The name of an effect in the format; one that was made in Java by a function is a rewrite. */
  private static String name(StreamEffect effect) {
    var name = effect.getClass().getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
