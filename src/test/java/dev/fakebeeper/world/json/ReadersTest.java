package dev.fakebeeper.world.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fakebeeper.control.StartingWorlds;
import dev.fakebeeper.world.AppState;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatType;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.Seen;
import dev.fakebeeper.world.SetupState;
import dev.fakebeeper.world.WorldState;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written can be read again, for everything that the bundled worlds hold. */
class ReadersTest {
  private static final Shape SHAPE = Shape.everything();

  static Iterable<String> names() {
    return StartingWorlds.names();
  }

  private static WorldState world(String name) {
    return StartingWorlds.load(name, StartingWorlds.FROZEN_START, 1);
  }

  @ParameterizedTest
  @MethodSource("names")
  void chats_are_read_as_they_were_written(String name) {
    var state = world(name);
    var json = new ChatJson(SHAPE);

    for (var chat : state.chats().values()) {
      var labels = chat.labelIds().stream().map(state.labels()::get).filter(Objects::nonNull);
      var written = json.write(chat, "any", labels.toList(), -1);

      assertThat(ChatReader.read(written)).isEqualTo(inMilliseconds(chat));
    }
  }

  /** The wire knows no finer times. */
  private static Chat inMilliseconds(Chat chat) {
    var last = chat.lastActivity();
    return last == null ? chat : chat.withLastActivity(Instant.ofEpochMilli(last.toEpochMilli()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void messages_are_read_as_they_were_written(String name) {
    var state = world(name);
    var json = new MessageJson(SHAPE);

    for (var chat : state.chats().values()) {
      for (var all = state.logOf(chat).newestFirst(); all.hasNext(); ) {
        var message = all.next();
        var view =
            MessageJson.View.of(
                chat, state.networkOf(state.requireAccount(chat.accountId())), message);

        assertThat(MessageReader.read(json.write(message, view))).isEqualTo(asTold(message));
      }
    }
  }

  /** How often a message was edited is not on the wire, nor is its pending id. */
  private static Message asTold(Message message) {
    return message.withEditCount(message.editedAt() == null ? 0 : 1).withPendingId(null);
  }

  @ParameterizedTest
  @MethodSource("names")
  void accounts_people_and_labels_are_read_as_they_were_written(String name) {
    var state = world(name);

    for (var account : state.accounts().values()) {
      var written = new AccountJson(SHAPE).write(account, "any");
      assertThat(AccountReader.read(written, account.selfUserId())).isEqualTo(account);
      for (var user : state.contactsOf(account.id()).all()) {
        assertThat(UserReader.read(new UserJson(SHAPE).write(user))).isEqualTo(user);
      }
    }
    for (var label : state.labels().values()) {
      assertThat(LabelJson.read(LabelJson.write(label))).isEqualTo(label);
    }
    assertThat(AppStateReader.read(AppStateJson.of(state.setup()))).isEqualTo(state.setup().app());
  }

  @Test
  void bridges_are_read_as_they_were_written() {
    var state = world("default");

    for (var bridge : state.bridges().all().values()) {
      var written = new BridgeJson(SHAPE).write(state, bridge);
      assertThat(BridgeReader.read(written, bridge)).isEqualTo(bridge);
      assertThat(BridgeReader.capabilities(ProvisioningJson.of(bridge.provisioning())))
          .isEqualTo(bridge.provisioning());
      for (var flow : bridge.flows()) {
        assertThat(BridgeReader.read(new BridgeJson(SHAPE).write(flow), flow)).isEqualTo(flow);
      }
    }
  }

  @Test
  void what_an_app_left_out_or_wrote_otherwise_is_unknown() throws Exception {
    var chat =
        ChatReader.read(
            json(
                """
                {"id":"!a:b","accountID":"x","title":7,"type":"channel","lastActivity":"soon",
                 "unreadCount":"many","lastReadMessageSortKey":17,"draft":null,"participants":null}
                """));
    var message =
        MessageReader.read(
            json(
                """
                {"id":"1","chatID":"!a:b","sortKey":"99","type":"HOLOGRAM","mentions":null,
                 "timestamp":"2026-06-01T12:00:00+02:00","attachments":[{}],"seen":"never"}
                """));

    assertThat(chat.title()).isEmpty();
    assertThat(chat.type()).isEqualTo(ChatType.SINGLE);
    assertThat(chat.lastActivity()).isNull();
    assertThat(chat.unreadCount()).isZero();
    assertThat(chat.lastReadSortKey()).isEqualTo(17);
    assertThat(chat.participants()).isEmpty();
    assertThat(message.type()).isEqualTo(MessageType.TEXT);
    assertThat(message.timestamp()).isEqualTo(Instant.parse("2026-06-01T10:00:00Z"));
    assertThat(message.mentions().known()).isFalse();
    assertThat(message.attachments()).hasSize(1);
    assertThat(message.seen()).isNull();
  }

  @Test
  void read_receipts_have_three_forms() throws Exception {
    var at = Instant.parse("2026-06-01T10:00:00Z");

    assertThat(seen("true")).isEqualTo(new Seen.Flag(true));
    assertThat(seen("\"2026-06-01T10:00:00.000Z\"")).isEqualTo(new Seen.At(at));
    assertThat(seen("{\"@a:b\":false,\"@c:d\":\"2026-06-01T10:00:00Z\"}"))
        .isEqualTo(
            new Seen.ByParticipant(Map.of("@a:b", new Seen.Flag(false), "@c:d", new Seen.At(at))));
  }

  private static Seen seen(String json) throws Exception {
    return MessageReader.read(
            json("{\"id\":\"1\",\"chatID\":\"c\",\"sortKey\":\"1\",\"seen\":" + json + "}"))
        .seen();
  }

  @Test
  void an_app_in_the_middle_of_its_setup_is_read_too() {
    var ready = SetupState.ready();
    for (var step : AppState.Step.values()) {
      var identity = step == AppState.Step.NEEDS_LOGIN ? null : ready.app().identity();
      var app = new AppState(step, identity);

      assertThat(AppStateReader.read(AppStateJson.of(ready.withApp(app)))).isEqualTo(app);
    }
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
