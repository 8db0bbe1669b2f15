package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.MessageLog;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.WorldState;
import dev.fakebeeper.world.json.Wire;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands for what: an id that the app gave out during the recording, and the one that the
 * lifted world gives out in its place. What the world holds from the start has its own ids and
 * stands for itself.
 */
final class Stand {
  private static final Set<String> IDS =
      Set.of(
          "id",
          "ids",
          "chatID",
          "localChatID",
          "messageID",
          "pendingMessageID",
          "linkedMessageID",
          "sortKey",
          "lastReadMessageSortKey",
          "uploadID",
          "filePath",
          "srcURL",
          "transactionID",
          "loginSessionID",
          "loginID",
          "accountID",
          "setupRequestID");

  /** Opaque; each app has its own form. */
  private static final Set<String> CURSORS = Set.of("oldestCursor", "newestCursor");

  private final Instant start;
  private final Set<String> ofTheWorld = new HashSet<>();
  private final Map<String, String> now = new HashMap<>();
  private final Map<String, String> then = new HashMap<>();

  Stand(WorldState state, Instant start) {
    this.start = start;
    ofTheWorld.addAll(state.chats().keySet());
    ofTheWorld.addAll(state.localChatIds().keySet());
    ofTheWorld.addAll(state.accounts().keySet());
    ofTheWorld.addAll(state.assets().keySet());
    state.labels().keySet().forEach(ofTheWorld::add);
    state.contacts().values().forEach(book -> book.all().forEach(this::add));
    state.chats().values().forEach(this::add);
    state.logs().values().forEach(this::add);
  }

  private void add(User user) {
    ofTheWorld.add(user.id());
  }

  private void add(Chat chat) {
    addKey(chat.lastReadSortKey());
    chat.participants().forEach(participant -> add(participant.user()));
  }

  private void add(MessageLog log) {
    for (var messages = log.newestFirst(); messages.hasNext(); ) {
      var message = messages.next();
      ofTheWorld.add(message.id());
      addKey(message.sortKey());
    }
  }

  private void addKey(long sortKey) {
    ofTheWorld.add(Wire.sortKey(sortKey));
  }

  /** Whether an id was given out after the start. */
  boolean isNew(String id) {
    return !ofTheWorld.contains(id);
  }

  /** What stands for a recorded text now. */
  String now(String recorded) {
    return now.getOrDefault(recorded, recorded);
  }

  /**
   * Whether a text may stand for a recorded one. From the first time on it must, always.
   *
   * @param member the name of the member that holds them
   */
  boolean accepts(String member, String recorded, String answered) {
    if (recorded.equals(answered) || now(recorded).equals(answered)) {
      return true;
    }
    if (CURSORS.contains(member) || areFiles(recorded, answered)) {
      now.put(recorded, answered);
      return true;
    }
    if (IDS.contains(member)) {
      return isNew(recorded) && isNew(answered) && pairs(recorded, answered);
    }
    return areLate(recorded, answered);
  }

  private static boolean areFiles(String recorded, String answered) {
    return recorded.startsWith("file:") && answered.startsWith("file:");
  }

  private boolean pairs(String recorded, String answered) {
    if (now.containsKey(recorded) || then.containsKey(answered)) {
      return false;
    }
    now.put(recorded, answered);
    then.put(answered, recorded);
    return true;
  }

  /** Times of what happened during the recording differ by what machines need. */
  private boolean areLate(String recorded, String answered) {
    try {
      return !Instant.parse(recorded).isBefore(start) && !Instant.parse(answered).isBefore(start);
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** A recorded request, with what stands now for what it names. */
  ApiRequest now(ApiRequest request) {
    var path =
        Arrays.stream(request.rawPath().split("/", -1))
            .map(this::segment)
            .collect(Collectors.joining("/"));
    var raw = request.rawQuery();
    var query =
        raw == null
            ? null
            : Arrays.stream(raw.split("&", -1)).map(this::pair).collect(Collectors.joining("&"));
    return new ApiRequest(
        request.method(), path, query, request.headers(), body(request), request.parts());
  }

  private String segment(String raw) {
    var plain = decoded(raw.replace("+", "%2B"));
    var standing = now(plain);
    return standing.equals(plain) ? raw : encoded(standing);
  }

  private String pair(String raw) {
    var equals = raw.indexOf('=');
    var plain = decoded(raw.substring(equals + 1));
    var standing = now(plain);
    return equals < 0 || standing.equals(plain)
        ? raw
        : raw.substring(0, equals + 1) + encoded(standing);
  }

  private static String decoded(String raw) {
    try {
      return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return raw; // broken on purpose, and sent as it was
    }
  }

  private static String encoded(String plain) {
    return URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private byte[] body(ApiRequest request) {
    if (request.body().length == 0 || !request.parts().isEmpty()) {
      return request.body();
    }
    try {
      var tree = Json.mapper().readTree(request.body());
      return tree != null && tree.isContainerNode() && replace(tree)
          ? Json.bytes(tree)
          : request.body();
    } catch (IOException e) {
      return request.body(); // a form, or broken on purpose
    }
  }

  private boolean replace(JsonNode tree) {
    var changed = false;
    for (var member : tree.properties()) {
      var standing = now(member.getValue().asText());
      if (member.getValue().isTextual() && !standing.equals(member.getValue().textValue())) {
        ((ObjectNode) tree).set(member.getKey(), TextNode.valueOf(standing));
        changed = true;
      }
    }
    for (var child : tree) {
      changed |= child.isContainerNode() && replace(child);
    }
    return changed;
  }
}
