package dev.fakebeeper.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for, or why it cannot be understood. Source: the documented rules of {@code
 * subscriptions.set}; which mistake gives which code is partly inferred.
 */
sealed interface Command {

  /** Replaces the subscription. */
  record SetSubscriptions(@Nullable String requestId, Subscription subscription)
      implements Command {}

  /** A mistake; the connection stays open. */
  record Mistake(@Nullable String requestId, String code, String message) implements Command {}

  String SET = "subscriptions.set";
  String INVALID_PAYLOAD = "INVALID_PAYLOAD";
  String INVALID_COMMAND = "INVALID_COMMAND";

  /** Reads a text frame. */
  static Command parse(String text, EventSettings settings) {
    if (text.getBytes(StandardCharsets.UTF_8).length > settings.maxCommandBytes()) {
      return new Mistake(
          null,
          INVALID_PAYLOAD,
          "A command may have " + settings.maxCommandBytes() + " bytes at most");
    }
    return new Parser(settings).parse(text);
  }

  /** Reads one command; each step either goes on or names the mistake. */
  final class Parser {
    private static final ObjectMapper JSON =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final EventSettings settings;
    private @Nullable String requestId;

    Parser(EventSettings settings) {
      this.settings = settings;
    }

    Command parse(String text) {
      JsonNode command;
      try {
        command = JSON.readTree(text);
      } catch (JsonProcessingException e) {
        return mistake(INVALID_PAYLOAD, "The frame is not JSON");
      }
      if (!command.isObject()) {
        return mistake(INVALID_PAYLOAD, "A command is a JSON object");
      }
      var id = command.get("requestID");
      if (id != null && !id.isTextual()) {
        return mistake(INVALID_PAYLOAD, "requestID must be a string");
      }
      requestId = id == null ? null : id.textValue();
      var type = command.get("type");
      if (type == null || !type.isTextual()) {
        return mistake(INVALID_PAYLOAD, "type must be a string");
      }
      return SET.equals(type.textValue())
          ? setSubscriptions(command)
          : mistake(INVALID_COMMAND, "Unknown command: " + type.textValue());
    }

    private Command setSubscriptions(JsonNode command) {
      var known =
          knowsApp()
              ? Set.of("type", "requestID", "chatIDs", "app")
              : Set.of("type", "requestID", "chatIDs");
      var unknown = unknownKey(command, known);
      if (unknown != null) {
        return mistake(INVALID_PAYLOAD, "Unknown key: " + unknown);
      }
      var chatIds = chatIds(command.get("chatIDs"));
      if (chatIds == null) {
        return mistake(INVALID_PAYLOAD, "chatIDs must be an array of strings");
      }
      if (chatIds.size() > 1 && chatIds.contains(Subscription.ALL)) {
        return mistake(INVALID_PAYLOAD, "\"*\" cannot be mixed with chat ids");
      }
      var app = command.get("app");
      if (app != null && !isAppSubscription(app)) {
        return mistake(INVALID_PAYLOAD, "app must be an object with a boolean state");
      }
      var appState = app != null && app.get("state").booleanValue();
      return new SetSubscriptions(requestId, new Subscription(chatIds, appState));
    }

    /**
     * Null for anything that is not a list of strings; the member may be missing where the build
     * has {@code app}.
     */
    private @Nullable List<String> chatIds(@Nullable JsonNode node) {
      if (node == null) {
        return knowsApp() ? List.of() : null;
      }
      if (!node.isArray()) {
        return null;
      }
      var ids = new ArrayList<String>();
      for (var id : node) {
        if (!id.isTextual()) {
          return null;
        }
        ids.add(id.textValue());
      }
      return ids;
    }

    private boolean knowsApp() {
      return settings.appState() == EventSettings.AppState.KNOWN;
    }

    private static boolean isAppSubscription(JsonNode app) {
      return app.isObject() && app.size() == 1 && app.path("state").isBoolean();
    }

    private static @Nullable String unknownKey(JsonNode object, Set<String> known) {
      for (var names = object.fieldNames(); names.hasNext(); ) {
        var name = names.next();
        if (!known.contains(name)) {
          return name;
        }
      }
      return null;
    }

    private Command mistake(String code, String message) {
      return new Mistake(requestId, code, message);
    }
  }
}
