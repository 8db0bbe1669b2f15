package dev.fakebeeper.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.FakeBeeper;
import java.util.TreeMap;

/** What a started server says of itself. */
final class Greeting {
  private Greeting() {}

  /** For people: the facts, and a line to paste. */
  static String text(FakeBeeper beeper) {
    return text(beeper, beeper.config().world());
  }

  /**
   * For people.
   *
   * @param world what its world is
   */
  static String text(FakeBeeper beeper, String world) {
    var text = new StringBuilder();
    text.append("fake-beeper is ready.\n\n");
    text.append("  address  ").append(beeper.baseUri()).append('\n');
    for (var other : beeper.addresses().subList(1, beeper.addresses().size())) {
      text.append("           http://").append(other).append('\n');
    }
    for (var missing : beeper.missingAddresses()) {
      text.append("           not on ")
          .append(missing)
          .append(": this machine has no such address\n");
    }
    text.append("  token    ").append(beeper.token()).append('\n');
    beeper
        .config()
        .controlToken()
        .ifPresent(token -> text.append("  control  ").append(token).append('\n'));
    text.append("  world    ").append(world).append('\n');
    for (var scenario : beeper.world().scenarios().loaded()) {
      text.append("  scenario ").append(scenario.name()).append('\n');
      new TreeMap<>(scenario.tokens())
          .forEach(
              (name, token) -> text.append("           token %s: %s%n".formatted(name, token)));
    }
    text.append('\n');
    text.append("  ").append(curl(beeper)).append('\n');
    return text.toString();
  }

  /** For programs: one line, one object. */
  static String json(FakeBeeper beeper) {
    return tree(beeper).toString();
  }

  /** The object, for whoever has more to say. */
  static ObjectNode tree(FakeBeeper beeper) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("url", beeper.baseUri().toString());
    json.put("port", beeper.port());
    json.put("token", beeper.token());
    beeper.config().controlToken().ifPresent(token -> json.put("controlToken", token));
    json.put("world", beeper.config().world());
    for (var scenario : beeper.world().scenarios().loaded()) {
      json.put("scenario", scenario.name());
      var tokens = json.putObject("scenarioTokens");
      new TreeMap<>(scenario.tokens()).forEach(tokens::put);
    }
    beeper.addresses().forEach(json.putArray("addresses")::add);
    return json;
  }

  private static String curl(FakeBeeper beeper) {
    return "curl -H 'Authorization: Bearer %s' '%s/v1/accounts'"
        .formatted(beeper.token().replace("'", "'\\''"), beeper.baseUri());
  }
}
