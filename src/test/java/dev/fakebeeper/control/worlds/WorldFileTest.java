package dev.fakebeeper.control.worlds;

import static dev.fakebeeper.control.StartingWorlds.FROZEN_START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.control.StartingWorlds;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatType;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.WorldState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldFileTest {
  @TempDir private Path folder;

  @Test
  void a_chat_needs_an_account_a_person_and_a_text() {
    var world =
        load(
            """
            fakeBeeperWorld: 1
            people: {ann: Ann Thistledown}
            accounts: {whatsapp: {}}
            chats:
            - account: whatsapp
              people: [ann]
              messages:
              - {text: "noon?"}
              - {from: me, text: "noon."}
            """);

    var chat = onlyChat(world);
    var messages = messages(world, chat);
    assertThat(chat.title()).isEqualTo("Ann Thistledown");
    assertThat(chat.type()).isEqualTo(ChatType.SINGLE);
    assertThat(chat.id()).matches("!\\w{10}:ba_\\w{8}\\.local-whatsapp\\.localhost");
    assertThat(messages).extracting(Message::html).containsExactly("noon?", "noon.");
    assertThat(messages).extracting(Message::fromOwner).containsExactly(false, true);
    assertThat(messages.get(1).timestamp()).isAfter(messages.get(0).timestamp());
    assertThat(chat.lastActivity()).isBefore(FROZEN_START);
  }

  @Test
  void times_are_relative_to_the_start_or_absolute() {
    var world =
        load(
            """
            fakeBeeperWorld: 1
            accounts: {matrix: {}}
            chats:
            - account: matrix
              messages:
              - {from: me, at: -3d 14:05, text: a}
              - {from: me, at: -1d12h, text: b}
              - {from: me, at: -1h30m, text: c}
              - {from: me, at: now, text: d}
              - {from: me, at: "2026-12-24T18:00:00+02:00", text: e}
            """);

    assertThat(messages(world, onlyChat(world)))
        .extracting(Message::timestamp)
        .containsExactly(
            Instant.parse("2026-06-12T14:05:00Z"),
            Instant.parse("2026-06-13T21:30:00Z"),
            Instant.parse("2026-06-15T08:00:00Z"),
            FROZEN_START,
            Instant.parse("2026-12-24T16:00:00Z"));
  }

  @Test
  void plain_text_is_escaped_and_html_goes_as_it_is() {
    var world =
        load(
            """
            fakeBeeperWorld: 1
            accounts: {matrix: {}}
            chats:
            - account: matrix
              messages:
              - {from: me, text: "a < b & \\"c\\"\\nd"}
              - {from: me, html: "<b>a</b>"}
            """);

    assertThat(messages(world, onlyChat(world)))
        .extracting(Message::html)
        .containsExactly("a &lt; b &amp; &quot;c&quot;<br>d", "<b>a</b>");
  }

  @Test
  void a_chat_may_change_what_its_network_allows_member_by_member() {
    var world =
        load(
            """
            fakeBeeperWorld: 1
            accounts: {signal: {}}
            chats:
            - {account: signal, capabilities: {edit: -2, maxTextLength: 140}}
            """);

    var capabilities = onlyChat(world).capabilities();
    assertThat(capabilities.edit()).isEqualTo(-2);
    assertThat(capabilities.maxTextLength()).isEqualTo(140);
    assertThat(capabilities.editMaxAge()).isEqualTo(86_400);
  }

  @Test
  void a_file_may_bring_networks_topics_and_assets_of_its_own() throws IOException {
    Files.writeString(folder.resolve("note.txt"), "bring the rope");
    var world =
        load(
            """
            fakeBeeperWorld: 1
            networks: {pigeon: {name: Pigeon Post, reactionsPerPerson: 0, live: false}}
            talk: {topics: {wind: [["From the {wind}", "Again?"]]}, words: {wind: [north]}}
            people: {ann: Ann}
            accounts: {pigeon: {login: loft7}}
            assets: {note: {file: note.txt, type: text/plain}, inline: {content: hi, type: text/plain}}
            chats:
            - account: pigeon
              people: [ann]
              generate: {messages: 2, topics: [wind], oldest: 9d, newest: 3d}
              messages:
              - {from: ann, attachments: [note, inline]}
            """);

    var last = messages(world, onlyChat(world)).get(2);
    assertThat(world.networks().get("pigeon").displayName()).isEqualTo("Pigeon Post");
    assertThat(world.requireAccount("pigeon").user().id()).isEqualTo("loft7");
    assertThat(messages(world, onlyChat(world)).get(0).html()).isEqualTo("From the north");
    assertThat(last.type()).isEqualTo(MessageType.FILE);
    assertThat(last.attachments()).extracting("fileSize").containsExactly(14L, 2L);
    assertThat(text(world, "mxc://beeper.local/note")).isEqualTo("bring the rope");
  }

  @Test
  void explicit_ids_are_kept_and_never_given_out_again() {
    var world =
        load(
            """
            fakeBeeperWorld: 1
            accounts: {matrix: {}}
            chats:
            - {account: matrix, id: "!a/b#c%d:beeper.com", localID: 8123, messages: [{from: me, id: "700000", sortKey: 99999, text: x}]}
            - {account: matrix}
            """);

    assertThat(world.findChat("8123")).contains(world.requireChat("!a/b#c%d:beeper.com"));
    assertThat(world.localChatIds().keySet()).containsExactly("8123", "8124");
    assertThat(world.ids().lastMessageId()).isEqualTo(700_000);
    assertThat(world.ids().lastSortKey()).isEqualTo(99_999);
  }

  @Test
  void json_is_read_as_well() {
    var world = load("world.json", "{\"fakeBeeperWorld\": 1, \"accounts\": {\"matrix\": {}}}");

    assertThat(world.accounts()).containsOnlyKeys("matrix");
  }

  private WorldState load(String yaml) {
    return load("world.yaml", yaml);
  }

  private WorldState load(String name, String text) {
    try {
      return StartingWorlds.load(Files.writeString(folder.resolve(name), text), FROZEN_START, 1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(WorldState world, String url) throws IOException {
    try (var in = world.assets().get(url).content().open()) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static Chat onlyChat(WorldState world) {
    assertThat(world.chats()).hasSize(1);
    return world.chats().values().iterator().next();
  }

  private static List<Message> messages(WorldState world, Chat chat) {
    var all = new ArrayList<Message>();
    world.logOf(chat).newerThan(Long.MIN_VALUE).forEachRemaining(all::add);
    return all;
  }
}
