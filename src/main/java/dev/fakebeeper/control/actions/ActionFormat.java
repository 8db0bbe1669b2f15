package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.source.Nearest;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads actions. In a list each is an object with one member, whose name says what happens:
 *
 * <pre>{@code
 * - message: {chatID: "!lunch:beeper.local", from: "@ann:beeper.local", text: "noon?"}
 * - accountStatus: {accountID: whatsapp, status: reconnect_required}
 * }</pre>
 */
public final class ActionFormat {
  private static final Map<String, Function<SourceNode, Action>> READERS = readers();

  private ActionFormat() {}

  private static Map<String, Function<SourceNode, Action>> readers() {
    var readers = new LinkedHashMap<String, Function<SourceNode, Action>>();
    readers.put("message", MessageActionFormat::send);
    readers.put("edit", MessageActionFormat::edit);
    readers.put("deletion", MessageActionFormat::delete);
    readers.put("reaction", MessageActionFormat::react);
    readers.put("reactionRemoval", MessageActionFormat::unreact);
    readers.put("read", MessageActionFormat::read);
    readers.put("receipt", MessageActionFormat::see);
    readers.put("chat", ChatActionFormat::open);
    readers.put("group", ChatActionFormat::openGroup);
    readers.put("chatRemoval", ChatActionFormat::remove);
    readers.put("join", ChatActionFormat::join);
    readers.put("departure", ChatActionFormat::leave);
    readers.put("history", ChatActionFormat::backfill);
    readers.put("account", AccountActionFormat::add);
    readers.put("accountStatus", AccountActionFormat::status);
    readers.put("accountRemoval", AccountActionFormat::remove);
    readers.put("sends", SendsFormat::plan);
    readers.put("sendStep", SendsFormat::step);
    readers.put("deadSends", BridgeActionFormat::deadSends);
    readers.put("bridge", BridgeActionFormat::add);
    readers.put("bridgeStatus", BridgeActionFormat::status);
    readers.put("bridgeRemoval", BridgeActionFormat::remove);
    readers.put("logins", LoginActionFormat::plan);
    readers.put("login", LoginActionFormat::change);
    readers.put("loginConfirmation", LoginActionFormat::confirm);
    readers.put("loginRefusal", LoginActionFormat::decline);
    readers.put("loginRotation", LoginActionFormat::rotate);
    readers.put("loginExpiry", LoginActionFormat::expire);
    readers.put("loginFailure", LoginActionFormat::fail);
    readers.put("loginRevocation", LoginActionFormat::revoke);
    readers.put("setup", SetupActionFormat::plan);
    readers.put("setupState", SetupActionFormat::stand);
    readers.put("setupMember", SetupActionFormat::enlist);
    readers.put("verification", SetupActionFormat::request);
    readers.put("verificationAct", SetupActionFormat::act);
    readers.put("consent", ConsentActionFormat::plan);
    readers.put("oauthClient", ConsentActionFormat::client);
    readers.put("consentApproval", ConsentActionFormat::approve);
    readers.put("consentDenial", ConsentActionFormat::deny);
    readers.put("tokenRevocation", AccountActionFormat::revokeToken);
    readers.put("socketClose", SocketActionFormat::close);
    readers.put("socketCut", SocketActionFormat::cut);
    readers.put("socketHalfOpen", SocketActionFormat::halfOpen);
    readers.put("socketFrame", SocketActionFormat::frame);
    readers.put("socketRelease", SocketActionFormat::release);
    readers.put("socketRule", SocketActionFormat::rule);
    readers.put("socketRuleRemoval", SocketActionFormat::ruleRemoval);
    readers.put("fault", FaultActionFormat::plan);
    readers.put("faultRemoval", FaultActionFormat::remove);
    return Collections.unmodifiableMap(readers);
  }

  /** The names of all actions, as the format spells them. */
  public static Set<String> names() {
    return READERS.keySet();
  }

  /**
   * Reads an object with one member, the name of an action.
   *
   * @throws SourceException when it is no action
   */
  public static Action read(SourceNode node) {
    if (!(node instanceof SourceNode.Members members) || members.byName().size() != 1) {
      throw node.mistake(
          "This is no action",
          "An action is an object with one member, its name",
          "Write one of " + String.join(", ", names()) + ", and its members below it");
    }
    var entry = members.byName().entrySet().iterator().next();
    var reader = READERS.get(entry.getKey());
    if (reader == null) {
      throw unknown(entry.getKey(), entry.getValue());
    }
    return reader.apply(entry.getValue().value());
  }

  private static SourceException unknown(String name, SourceNode.Member member) {
    return new SourceException(
        member.place(),
        "There is no action \"" + name + "\"",
        "The actions are " + String.join(", ", names()),
        Nearest.of(name, names())
            .map(near -> "Did you mean \"" + near + "\"?")
            .orElse("Write one of them"));
  }

  /**
   * Reads the members of an action whose name is known already.
   *
   * @param name one of {@link #names()}
   * @throws SourceException when the members are not those of the action
   */
  public static Action read(String name, SourceNode node) {
    var reader = READERS.get(name);
    if (reader == null) {
      throw new IllegalArgumentException("name (" + name + ") must be one of " + names());
    }
    return reader.apply(node);
  }
}
