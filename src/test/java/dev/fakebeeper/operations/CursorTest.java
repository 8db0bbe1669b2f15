package dev.fakebeeper.operations;

import static dev.fakebeeper.testing.AChat.aChat;
import static dev.fakebeeper.testing.AMessage.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.testing.AMessage;
import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.AddressBook;
import dev.fakebeeper.world.Inbox;
import dev.fakebeeper.world.MessageLog;
import dev.fakebeeper.world.MessagePlace;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final Inbox.Entry PLACE =
      new Inbox.Entry(1_780_478_142_118L, "imsg##thread:any;-;+15550000000");
  private static final Inbox.Entry SILENT = new Inbox.Entry(Long.MIN_VALUE, "!café/🛟:beeper.com");
  private static final AddressBook.Key CONTACT = new AddressBook.Key("ann \"née\" lee", "@ann:x");
  private static final MessagePlace MESSAGE = new MessagePlace(1_780_478_142_118L, 9_417, "!a:b");

  @Test
  void a_cursor_is_read_back_as_the_place_it_was_made_of() {
    assertThat(Cursor.chat(Cursor.ofChat(PLACE))).isEqualTo(PLACE);
    assertThat(Cursor.chat(Cursor.ofChat(SILENT))).isEqualTo(SILENT);
    assertThat(Cursor.foundChat(Cursor.ofFoundChat(PLACE))).isEqualTo(PLACE);
    assertThat(Cursor.foundChat(Cursor.ofFoundChat(SILENT))).isEqualTo(SILENT);
    assertThat(Cursor.contact(Cursor.ofContact(CONTACT))).isEqualTo(CONTACT);
    assertThat(Cursor.foundMessage(Cursor.ofFoundMessage(MESSAGE))).isEqualTo(MESSAGE);
  }

  @Test
  void a_cursor_of_another_endpoint_is_refused_by_every_endpoint() {
    var log = logWith(aMessage());
    List<Consumer<String>> readers =
        List.of(
            Cursor::chat,
            Cursor::foundChat,
            Cursor::contact,
            Cursor::foundMessage,
            cursor -> Cursor.message(log, cursor));
    var cursors =
        List.of(
            Cursor.ofChat(PLACE),
            Cursor.ofFoundChat(PLACE),
            Cursor.ofContact(CONTACT),
            Cursor.ofFoundMessage(MESSAGE),
            Cursor.ofMessage(log.newest().orElseThrow()));

    for (var reader = 0; reader < readers.size(); reader++) {
      for (var cursor = 0; cursor < cursors.size(); cursor++) {
        if (reader != cursor) {
          var read = readers.get(reader);
          var foreign = cursors.get(cursor);
          assertRefused(() -> read.accept(foreign));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "abc",
        "|",
        "1|",
        "|IQ",
        "x|IQ",
        "1|!!",
        "1|IQ|",
        "01|IQ",
        "1|IQ==",
        "e30",
        "bnVsbA",
        "eyJ0cyI6IjEifQ",
        "%%%",
        "99999999999999999999999",
        "-5",
        "$fb:fake.beeper.local",
        "null"
      })
  void text_that_nobody_gave_out_is_refused_by_every_endpoint(String text) {
    var log = logWith(aMessage());

    assertRefused(() -> Cursor.chat(text));
    assertRefused(() -> Cursor.foundChat(text));
    assertRefused(() -> Cursor.contact(text));
    assertRefused(() -> Cursor.foundMessage(text));
    assertRefused(() -> Cursor.message(log, text));
  }

  @Test
  void messages_accept_any_sort_key_also_of_a_message_that_is_gone() {
    var log = logWith(aMessage().sortKey(9_417));

    assertThat(Cursor.message(log, "9417")).isEqualTo(9_417);
    assertThat(Cursor.message(log, "9000")).isEqualTo(9_000);
    assertThat(Cursor.message(log, "455171049984")).isEqualTo(455_171_049_984L);
  }

  @Test
  void messages_accept_every_id_of_a_message() {
    var log = logWith(aMessage().id("880417").sortKey(9_417).with(b -> b.pendingId("m178")));
    var message = log.newest().orElseThrow();

    assertThat(Cursor.message(log, "880417")).isEqualTo(9_417);
    assertThat(Cursor.message(log, "m178")).isEqualTo(9_417);
    assertThat(Cursor.message(log, message.eventId())).isEqualTo(9_417);
  }

  @Test
  void a_text_that_is_a_sort_key_and_also_an_id_is_the_sort_key_so_that_a_walk_never_jumps() {
    var log =
        logWith(aMessage().id("600064").sortKey(9_417), aMessage().id("600999").sortKey(600_064));

    assertThat(Cursor.message(log, "600064")).isEqualTo(600_064);
  }

  private static MessageLog logWith(AMessage... messages) {
    var world = new TestWorld();
    var chat = world.add(aChat().with(messages));
    return world.state().logOf(chat);
  }

  private static void assertRefused(ThrowingCallable read) {
    assertThatThrownBy(read)
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> {
              assertThat(refusal.error().status()).isEqualTo(400);
              assertThat(refusal.error().code()).isEqualTo("VALIDATION_ERROR");
              assertThat(refusal.error().details()).asString().contains("\"path\":[\"cursor\"]");
            });
  }
}
