package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One form of older clients that the real server goes on to accept, and what it means today. */
enum CompatibilityRule {
  /** Clients built on SDK 4.x send the time of a reminder as {@code remindAtMs}, a number. */
  REMINDER_MILLISECONDS("reminder-milliseconds") {
    @Override
    Optional<ApiRequest> rewrite(ApiRequest request, Contract contract) {
      if (!request.method().equals("POST") || !request.rawPath().endsWith("/reminders")) {
        return Optional.empty();
      }
      return object(request)
          .filter(body -> isOld(body.path("reminder")))
          .map(
              body -> {
                var reminder = (ObjectNode) body.get("reminder");
                var millis = reminder.remove("remindAtMs").longValue();
                reminder.put("remindAt", Instant.ofEpochMilli(millis).toString());
                return withBody(request, body);
              });
    }

    private boolean isOld(JsonNode reminder) {
      var millis = reminder.path("remindAtMs");
      return reminder.isObject()
          && !reminder.has("remindAt")
          && millis.isIntegralNumber()
          && Math.abs(millis.doubleValue()) < LAST_MILLISECOND;
    }
  },

  /** Builds before SDK 5.0.0 took the key of a removed reaction from the query. */
  REACTION_KEY_IN_QUERY("reaction-key-in-query") {
    @Override
    Optional<ApiRequest> rewrite(ApiRequest request, Contract contract) {
      var query = request.rawQuery();
      if (!request.method().equals("DELETE")
          || !request.rawPath().endsWith("/reactions")
          || query == null) {
        return Optional.empty();
      }
      var rest = new ArrayList<String>();
      String segment = "";
      for (var pair : query.split("&", -1)) {
        if (pair.startsWith("reactionKey=")) {
          segment = segment(pair.substring("reactionKey=".length()));
        } else {
          rest.add(pair);
        }
      }
      return segment.isEmpty()
          ? Optional.empty()
          : Optional.of(
              withTarget(request, request.rawPath() + "/" + segment, String.join("&", rest)));
    }

    /** A value of a query as a segment of a path; empty if its encoding is broken. */
    private String segment(String value) {
      try {
        var key = URLDecoder.decode(value, StandardCharsets.UTF_8);
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
      } catch (IllegalArgumentException e) {
        return ""; // then it stays an unknown route, as everything else that nobody understands
      }
    }
  },

  /** Builds 4.2.557 to 4.2.807 started chats by {@code mode: "start"} where chats are created. */
  CHAT_MODE_START("chat-mode-start") {
    @Override
    Optional<ApiRequest> rewrite(ApiRequest request, Contract contract) {
      if (!request.method().equals("POST")
          || !request.rawPath().equals("/v1/chats")
          || contract.find("startChat").isEmpty()) {
        return Optional.empty();
      }
      return object(request)
          .filter(body -> "start".equals(body.path("mode").textValue()))
          .map(
              body -> {
                body.remove("mode");
                return withTarget(withBody(request, body), "/v1/chats/start", request.rawQuery());
              });
    }
  };

  /** The end of year 9999, behind which ISO dates look different. */
  private static final double LAST_MILLISECOND = 253_402_300_800_000.0;

  private final String publicName;

  CompatibilityRule(String publicName) {
    this.publicName = publicName;
  }

  /** The name by which a user switches it off. */
  String publicName() {
    return publicName;
  }

  /** The request in today's form, empty when it is not of this old form. */
  abstract Optional<ApiRequest> rewrite(ApiRequest request, Contract contract);

  /** The body as an object of the caller's own; empty when it is anything else. */
  private static Optional<ObjectNode> object(ApiRequest request) {
    try {
      return Json.mapper().readTree(request.body()) instanceof ObjectNode body
          ? Optional.of(body)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // the contract says what is wrong with it
    }
  }

  private static ApiRequest withBody(ApiRequest request, ObjectNode body) {
    return new ApiRequest(
        request.method(),
        request.rawPath(),
        request.rawQuery(),
        request.headers(),
        Json.bytes(body),
        request.parts());
  }

  private static ApiRequest withTarget(
      ApiRequest request, String rawPath, @Nullable String rawQuery) {
    return new ApiRequest(
        request.method(),
        rawPath,
        rawQuery == null || rawQuery.isEmpty() ? null : rawQuery,
        request.headers(),
        request.body(),
        request.parts());
  }
}
