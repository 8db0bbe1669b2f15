package dev.fakebeeper.control.journal;

import dev.fakebeeper.control.journal.SocketEvent.Kind;
import java.util.Optional;
import java.util.Set;

/** Journals for tests, in a world whose chat {@code !lunch} has the local id {@code 1}. */
final class AJournal {
  private AJournal() {}

  static Journal empty() {
    return keeping(JournalLimits.DEFAULT);
  }

  static Journal keeping(JournalLimits limits) {
    return new Journal(limits, new Lunch());
  }

  private record Lunch() implements Names {
    @Override
    public Set<String> ofChat(String id) {
      var both = Set.of("!lunch", "1");
      return both.contains(id) ? both : Set.of(id);
    }

    @Override
    public Optional<String> complaintAbout(String operationId) {
      return operationId.equals("sendMesage")
          ? Optional.of("There is no sendMesage.")
          : Optional.empty();
    }
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
