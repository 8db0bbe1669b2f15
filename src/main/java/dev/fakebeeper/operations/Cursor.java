package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.Violation;
import dev.fakebeeper.world.AddressBook;
import dev.fakebeeper.world.Inbox;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageLog;
import dev.fakebeeper.world.MessagePlace;
import dev.fakebeeper.world.json.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Places in lists as opaque text, one form for each endpoint (the forms follow those seen in the
 * wild). A cursor names a place and not an entry, so it stays good when its entry moves or goes.
 *
 * <p>Reading is strict: text that no endpoint gave out, and a cursor of another endpoint, is
 * refused with 400 and an issue that names {@code cursor} (inferred). The exception is the list of
 * messages, where older clients bring their own.
 */
final class Cursor {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
  private static final String NO_ACTIVITY = "-";

  private Cursor() {}

  /** A place in the chat list: milliseconds and the chat id. */
  static String ofChat(Inbox.Entry place) {
    return activity(place) + "|" + encode(place.chatId());
  }

  /** The place that a cursor of the chat list names. */
  static Inbox.Entry chat(String cursor) {
    var parts = cursor.split("\\|", -1);
    if (parts.length != 2) {
      throw invalid(cursor);
    }
    var place = new Inbox.Entry(activity(parts[0], cursor), id(decode(parts[1], cursor), cursor));
    return same(cursor, ofChat(place), place);
  }

  /** A place in the chat search. */
  static String ofFoundChat(Inbox.Entry place) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("ts", activity(place)).put("id", place.chatId());
    return encode(json.toString());
  }

  /** The place that a cursor of the chat search names. */
  static Inbox.Entry foundChat(String cursor) {
    var json = tree(cursor);
    var place =
        new Inbox.Entry(
            activity(json.path("ts").asText(), cursor), id(json.path("id").asText(), cursor));
    return same(cursor, ofFoundChat(place), place);
  }

  /** A place among the contacts. */
  static String ofContact(AddressBook.Key place) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("name", place.name()).put("user", place.id());
    return encode(json.toString());
  }

  /** The place that a cursor of the contacts names. */
  static AddressBook.Key contact(String cursor) {
    var json = tree(cursor);
    var place =
        new AddressBook.Key(json.path("name").asText(), id(json.path("user").asText(), cursor));
    return same(cursor, ofContact(place), place);
  }

  /** A place in the message search. */
  static String ofFoundMessage(MessagePlace place) {
    return place.millis() + "|" + encode(place.chatId() + "\n" + place.sortKey());
  }

  /** The place that a cursor of the message search names. */
  static MessagePlace foundMessage(String cursor) {
    var parts = cursor.split("\\|", -1);
    if (parts.length != 2) {
      throw invalid(cursor);
    }
    var place = decode(parts[1], cursor);
    var end = place.indexOf('\n');
    if (end < 0) {
      throw invalid(cursor);
    }
    var found =
        new MessagePlace(
            number(parts[0], cursor),
            number(place.substring(end + 1), cursor),
            id(place.substring(0, end), cursor));
    return same(cursor, ofFoundMessage(found), found);
  }

  /** A place in the messages of a chat: the sort key, as older builds and clients use it. */
  static String ofMessage(Message message) {
    return Wire.sortKey(message.sortKey());
  }

  /**
   * The sort key that a cursor of a chat's messages names. Accepted are the sort key of any
   * message, also of one that is gone (observed: older SDKs page with it), and any id of a message
   * of the chat (observed: the official CLI).
   *
   * <p>Both may be digits, so a text can be the sort key of one message and the id of another. Then
   * the sort key wins: every cursor of ours is one, so a walk never jumps; only a client that
   * centres on that very id would see the wrong place.
   */
  static long message(MessageLog log, String cursor) {
    var number = DIGITS.matcher(cursor).matches() ? Long.parseLong(cursor) : -1;
    if (number >= 0 && log.at(number).isPresent()) {
      return number;
    }
    var named = log.find(cursor);
    if (named.isPresent()) {
      return named.get().sortKey();
    }
    if (number < 0) {
      throw invalid(cursor);
    }
    return number;
  }

  private static String activity(Inbox.Entry place) {
    return place.activity() == Long.MIN_VALUE ? NO_ACTIVITY : Long.toString(place.activity());
  }

  private static long activity(String text, String cursor) {
    return text.equals(NO_ACTIVITY) ? Long.MIN_VALUE : number(text, cursor);
  }

  private static long number(String text, String cursor) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw invalid(cursor);
    }
  }

  /** No id is empty or runs over two lines; the latter is a place in the message search. */
  private static String id(String text, String cursor) {
    if (text.isEmpty() || text.indexOf('\n') >= 0) {
      throw invalid(cursor);
    }
    return text;
  }

  private static String encode(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String decode(String text, String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw invalid(cursor);
    }
  }

  private static JsonNode tree(String cursor) {
    try {
      return Json.mapper().readTree(decode(cursor, cursor));
    } catch (IOException e) {
      throw invalid(cursor);
    }
  }

  /**
   * The place, if writing it gives the very cursor it was read from: so nothing half understood
   * passes.
   */
  private static <P> P same(String cursor, String written, P place) {
    if (!written.equals(cursor)) {
      throw invalid(cursor);
    }
    return place;
  }

  private static ApiException invalid(String cursor) {
    var violation =
        new Violation(
            "cursor",
            Violation.Where.QUERY,
            "cursor",
            "a cursor that this endpoint gave out",
            cursor.length() <= 80 ? cursor : cursor.substring(0, 77) + "...",
            0,
            "Send oldestCursor or newestCursor of an earlier page of the same list");
    return new ApiException(ApiError.validation(400, List.of(violation)));
  }
}
