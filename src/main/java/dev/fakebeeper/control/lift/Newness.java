package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.world.json.Wire;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells what came only after the recording had begun. A message did when its time says so, when a
 * client's own send led to it, or when it is newer than what was shown as the newest before. A chat
 * did when a client made it, or when it was not there before.
 */
final class Newness {
  private final Instant start;
  private final Map<String, Long> newestShown = new HashMap<>();
  private final Set<String> newMessages = new HashSet<>();
  private final Set<String> sentIds = new HashSet<>();
  private final Map<String, String> places = new HashMap<>();
  private final Set<String> newChats = new HashSet<>();
  private final Map<String, Duration> othersChats = new HashMap<>();
  private final Set<String> sentTo = new HashSet<>();
  private final Map<String, First> firsts = new HashMap<>();
  private boolean wholeInbox;

  /** A new message as it was first shown. */
  private record First(JsonNode message, Duration at) {}

  /** Tells what came after an instant on the app's clock. */
  Newness(Instant start) {
    this.start = start;
  }

  /** The newest message of a chat was shown. */
  void lookedAtNewest(String chatId, JsonNode message) {
    Wire.sortKey(message.path("sortKey"))
        .ifPresent(key -> newestShown.merge(chatId, key, Math::max));
  }

  /** A chat was shown to have no message. */
  void lookedAtNothing(String chatId) {
    newestShown.putIfAbsent(chatId, Long.MIN_VALUE);
  }

  /** Every chat was shown: those that come up later are new. */
  void sawWholeInbox() {
    wholeInbox = true;
  }

  /** A client made a chat. */
  void made(String chatId) {
    newChats.add(chatId);
    sentTo.add(chatId);
  }

  /** A chat was not there when somebody asked for it. */
  void wasNotThere(String chatId) {
    newChats.add(chatId);
  }

  /**
   * Whether a chat that is shown now is new.
   *
   * @param known whether it was shown before
   * @param at when it is shown
   */
  boolean isNewChat(String chatId, boolean known, Duration at) {
    if (!known && wholeInbox && newChats.add(chatId)) {
      othersChats.put(chatId, at);
    }
    return newChats.contains(chatId);
  }

  boolean isNewChat(String chatId) {
    return newChats.contains(chatId);
  }

  /** A client's own send into a chat has this id, pending or final. */
  void sent(String chatId, String messageId) {
    sentTo.add(chatId);
    sentIds.add(Sights.key(chatId, messageId));
  }

  boolean isSent(String key) {
    return sentIds.contains(key);
  }

  /** A message is shown for the first time. */
  void firstSeen(String key, JsonNode message, Duration at) {
    var chatId = message.path("chatID").asText();
    var sortKey = Wire.sortKey(message.path("sortKey"));
    var newest = newestShown.get(chatId);
    var isNewer = newest != null && sortKey.isPresent() && sortKey.getAsLong() > newest;
    if (isNewer || isAfterStart(message.path("timestamp").asText())) {
      newMessages.add(key);
      firsts.put(key, new First(message, at));
    }
    sortKey.ifPresent(place -> places.put(key, chatId + '\n' + place));
  }

  private boolean isAfterStart(String timestamp) {
    try {
      return OffsetDateTime.parse(timestamp).toInstant().isAfter(start);
    } catch (DateTimeException e) {
      return false; // nobody can say
    }
  }

  /**
   * The keys of all messages that are new. One message may have been shown under its pending and
   * its final id: both have one place.
   */
  Set<String> newMessages() {
    var takenPlaces = new HashSet<String>();
    sentIds.stream().map(places::get).forEach(takenPlaces::add);
    takenPlaces.remove(null);
    var all = new HashSet<>(newMessages);
    all.addAll(sentIds);
    places.forEach(
        (key, place) -> {
          if (takenPlaces.contains(place)) {
            all.add(key);
          }
        });
    return all;
  }

  /** What came and was not a client's doing. Own messages are, in chats to which a client sent. */
  Later later() {
    var messages = new HashSet<String>();
    var chats = new HashSet<>(othersChats.keySet());
    var times = new ArrayList<>(othersChats.values());
    firsts.forEach(
        (key, first) -> {
          var chat = first.message().path("chatID").asText();
          var byClient = first.message().path("isSender").asBoolean() && sentTo.contains(chat);
          if (!byClient && !sentIds.contains(key)) {
            messages.add(first.message().path("id").asText());
            chats.add(chat);
            times.add(first.at());
          }
        });
    return new Later(messages, chats, times.stream().min(Duration::compareTo).orElse(null));
  }
}
