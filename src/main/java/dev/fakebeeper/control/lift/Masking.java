package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.recording.RecordedCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells whether the names and texts of a recording were replaced, which a recording does not say of
 * itself but betrays: a search found what has none of its words, a list of names is in no order, a
 * message does not say what was sent. An app that searches and sorts by rules of its own looks the
 * same, and differs from the fake in the same places.
 */
final class Masking {
  private final Map<String, String> sent = new HashMap<>();

  private Masking() {}

  static boolean isIn(List<RecordedCall> calls) {
    var masking = new Masking();
    return calls.stream()
        .flatMap(call -> Ask.of(call).stream())
        .filter(ask -> !ask.answer().isMissingNode())
        .anyMatch(masking::isBetrayedBy);
  }

  private boolean isBetrayedBy(Ask ask) {
    return switch (ask.operation()) {
      case "searchContacts", "searchChats", "searchMessages" -> misses(ask, "/items");
      case "search" -> misses(ask, "/results/chats") || misses(ask, "/results/messages/items");
      case "listContacts" -> isDisordered(ask.answer().path("items"), "fullName");
      case "listLabels" -> isDisordered(ask.answer(), "name");
      case "sendMessage" -> notes(ask);
      case "getMessage" -> says(ask, sent.getOrDefault(ask.path("messageID"), ""));
      case "editMessage" -> says(ask, ask.body().path("text").asText());
      default -> false;
    };
  }

  private static boolean misses(Ask ask, String list) {
    for (var found : ask.answer().at(list)) {
      if (!sharesWord(ask.query("query"), found.toString())) {
        return true;
      }
    }
    return false;
  }

  private static boolean sharesWord(String words, String text) {
    var all = text.toLowerCase(Locale.ROOT);
    var wanted = words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1);
    return words.isBlank()
        || List.of(wanted).stream().anyMatch(w -> !w.isEmpty() && all.contains(w));
  }

  private static boolean isDisordered(JsonNode list, String member) {
    var names = new ArrayList<String>();
    for (var one : list) {
      if (one.path(member).isTextual()) {
        names.add(one.path(member).textValue().toLowerCase(Locale.ROOT));
      }
    }
    return !names.equals(names.stream().sorted().toList());
  }

  private boolean notes(Ask ask) {
    sent.put(ask.answer().path("pendingMessageID").asText(), ask.body().path("text").asText());
    return false;
  }

  private static boolean says(Ask ask, String text) {
    return !sharesWord(text, ask.answer().path("text").asText());
  }
}
