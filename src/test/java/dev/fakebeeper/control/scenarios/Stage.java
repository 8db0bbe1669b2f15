package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.util.ArrayList;
import java.util.List;

/** Worlds without a server, each with one chat, for playing scenarios in. */
final class Stage {
  static final String CHAT = "!lunch:beeper.com";
  static final String ANN = "@ann:beeper.com";

  /** A world with the chat {@link #CHAT} of {@link #ANN} and the owner, and nothing in it. */
  static final String WORLD =
      """
      world:
        fakeBeeperWorld: 1
        me: {name: Robin, username: robin}
        people: {ann: {name: Ann, username: ann}}
        accounts: {matrix: {}}
        chats:
        - {account: matrix, people: [ann], id: "!lunch:beeper.com"}
      """;

  private final Worlds worlds = new Worlds();
  private final FakeWorlds control = new FakeWorlds(worlds, WorldRules.defaults());

  /** Opens a world from a scenario whose members, but for name and about, are given. */
  FakeWorld open(String name, String members) {
    return control.open(NewWorld.named(name).scenario(scenario(name, WORLD + members)));
  }

  FakeWorlds control() {
    return control;
  }

  World world(FakeWorld fake) {
    return worlds.find(fake.name()).orElseThrow();
  }

  static Scenario scenario(String name, String members) {
    return Scenario.parse(
        "fakeBeeperScenario: 1\nname: %s\nabout: For a test.\n%s".formatted(name, members));
  }

  /** The texts of the chat, oldest first. */
  List<String> texts(FakeWorld fake) {
    var state = world(fake).read();
    var all = new ArrayList<Message>();
    state.logOf(state.requireChat(CHAT)).newerThan(Long.MIN_VALUE).forEachRemaining(all::add);
    return all.stream().map(Message::html).toList();
  }

  /** A step that has Ann say something. */
  static String says(String text) {
    return "{message: {chatID: \"%s\", from: \"%s\", text: \"%s\"}}".formatted(CHAT, ANN, text);
  }
}
