package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.world.Label;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads whole starting worlds. */
final class WorldFormat {
  /** The version of the format, the value of the member that names it. */
  private static final long VERSION = 1;

  private static final Person NOBODY = Person.named("me", "Me");

  private WorldFormat() {}

  /**
   * Reads a world that stands in a file of its own, or as a part of another file.
   *
   * @param networks the kinds of network that are known beside those of the file
   * @param files where the bytes of assets come from
   */
  static WorldPlan read(SourceNode node, Map<String, NetworkPlan> networks, AssetPlan.Files files) {
    var fields = node.asFields("A world");
    version(fields);
    fields.text("about");
    var known = new LinkedHashMap<>(networks);
    known.putAll(fields.or("networks", NetworkFormat::readAll, Map.of()));
    var plan =
        new WorldPlan(
            known,
            fields.or("me", one -> Person.read("me", one), NOBODY),
            named(fields, "people", WorldFormat::person),
            named(fields, "accounts", AccountPlan::read),
            named(fields, "labels", (key, one) -> new Label("label_" + key, one.asText())),
            named(fields, "assets", (key, one) -> AssetPlan.read(key, one, files)),
            fields.list("chats", ChatFormat::read));
    fields.done();
    return plan;
  }

  private static void version(Fields fields) {
    var version = fields.require("fakeBeeperWorld");
    if (version.asNumber() != VERSION) {
      throw version.mistake(
          "The version " + version.asNumber() + " of the format is not known",
          "This build reads version " + VERSION,
          "Write fakeBeeperWorld: " + VERSION);
    }
  }

  private static Person person(String key, SourceNode node) {
    if (key.equals("me") || key.equals("room")) {
      throw node.mistake(
          "Nobody can be named \"" + key + "\"",
          "\"me\" is the owner and \"room\" means everybody in a chat",
          "Choose another name");
    }
    return Person.read(key, node);
  }

  private static <T> Map<String, T> named(
      Fields fields, String name, BiFunction<String, SourceNode, T> read) {
    var all = new LinkedHashMap<String, T>();
    fields.map(name, node -> node).forEach((key, node) -> all.put(key, read.apply(key, node)));
    return all;
  }
}
