package dev.fakebeeper.control.journal;

import dev.fakebeeper.control.journal.SocketEvent.Kind;
import java.util.Map;
import java.util.Set;

/** Journals for tests, in a world whose chat {@code !lunch} has the local id {@code 1}. */
final class AJournal {
  private AJournal() {}

  static Journal empty() {
    return keeping(JournalLimits.DEFAULT);
  }

  static Journal keeping(JournalLimits limits) {
    var names = Map.of("!lunch", Set.of("!lunch", "1"), "1", Set.of("!lunch", "1"));
    return new Journal(limits, id -> names.getOrDefault(id, Set.of(id)));
  }

  /** A message to the chat, told to nobody. */
  static AnExchange send(String chatId, String text) {
    return AnExchange.of("POST", "/v1/chats/" + chatId + "/messages")
        .json("{\"text\": \"" + text + "\"}")
        .answered(200, "{\"chatID\": \"" + chatId + "\", \"pendingMessageID\": \"p-1\"}");
  }

  /** Something on a socket. */
  static void event(Journal journal, Kind kind, String type, String text) {
    journal.record(
        number ->
            new SocketEvent(
                number, AnExchange.NOON, "default", "socket-1", kind, type, number, text, ""));
  }
}
