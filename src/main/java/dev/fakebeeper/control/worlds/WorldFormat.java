package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.bridges.BridgeFile;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.world.Bridge;
import dev.fakebeeper.world.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads whole starting worlds. */
final class WorldFormat {
  /** The version of the format, the value of the member that names it. */
  private static final long VERSION = 1;

  private static final Person NOBODY = Person.named("me", "Me");

  private final Known known;
  private final AssetPlan.Files files;

  private WorldFormat(Known known, AssetPlan.Files files) {
    this.known = known;
    this.files = files;
  }

  /**
   * What every world may use without describing it.
   *
   * @param networks kinds of network
   * @param talk what invented messages are made of
   * @param bridges the bridges, in the order of the list
   */
  record Known(Map<String, NetworkPlan> networks, Talk talk, List<Bridge> bridges) {
    /** These bridges, and further ones in place of those of the same id or behind them. */
    List<Bridge> bridgesWith(List<Bridge> more) {
      var all = new LinkedHashMap<String, Bridge>();
      bridges.forEach(bridge -> all.put(bridge.id(), bridge));
      more.forEach(bridge -> all.put(bridge.id(), bridge));
      return List.copyOf(all.values());
    }
  }

  /**
   * Reads a world that stands in a file of its own, or as a part of another file.
   *
   * @param known what is there beside what the file describes
   * @param files where the bytes of assets come from
   */
  static WorldPlan read(SourceNode node, Known known, AssetPlan.Files files) {
    return new WorldFormat(known, files).world(node);
  }

  private WorldPlan world(SourceNode node) {
    var fields = node.asFields("A world");
    version(fields);
    fields.text("about");
    var networks = new LinkedHashMap<>(known.networks());
    networks.putAll(fields.or("networks", NetworkFormat::readAll, Map.of()));
    var talk = known.talk().with(fields.or("talk", Talk::read, Talk.NONE));
    var people = new LinkedHashMap<>(named(fields, "people", WorldFormat::person));
    var chats = fields.list("chats", ChatFormat::read);
    addCrowd(people, chats, talk);
    var plan =
        new WorldPlan(
            networks,
            known.bridgesWith(fields.list("bridges", WorldFormat::bridge)),
            fields.or("me", one -> Person.read("me", one), NOBODY),
            people,
            named(fields, "accounts", AccountPlan::read),
            named(fields, "labels", (key, one) -> new Label("label_" + key, one.asText())),
            named(fields, "assets", (key, one) -> AssetPlan.read(key, one, files)),
            talk,
            chats);
    fields.done();
    return plan;
  }

  private static Bridge bridge(SourceNode node) {
    return BridgeFile.read(node).bridge();
  }

  /** All chats draw on one crowd, so that the same people meet again. */
  private static void addCrowd(Map<String, Person> people, List<ChatPlan> chats, Talk talk) {
    var size = chats.stream().mapToInt(ChatPlan::crowd).max().orElse(0);
    for (var number = 0; number < size; number++) {
      var person = talk.person(number);
      people.put(person.key(), person);
    }
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
