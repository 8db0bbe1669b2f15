package dev.fakebeeper.recording.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.recording.Calls;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.Recording;
import dev.fakebeeper.recording.RecordingHead;
import dev.fakebeeper.recording.RecordingReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The texts are golden files; {@code -Dfakebeeper.write=true} writes them anew. */
class NearestRequestTest {
  private static final Path TEXTS = Path.of("src/test/resources/dev/fakebeeper/recording/nearest");
  private static final RecordedCall LIST = Calls.get("/v1/chats", 200, "{}");
  private static final RecordedCall GET = Calls.get("/v1/chats/!lunch:beeper.local", 200, "{}");
  private static final RecordedCall SEARCH =
      Calls.get("/v1/messages/search?limit=20&query=noon", 200, "{}");
  private static final RecordedCall SEND =
      Calls.post("/v1/chats/!lunch:beeper.local/messages", "{\"text\":\"noon?\"}", "{}");
  private static final NearestRequest DAY = in(LIST, GET, SEARCH, SEND, GET);

  private static NearestRequest in(RecordedCall... calls) {
    var files = new ArrayList<String>();
    for (var call : calls) {
      files.add("mappings/000%d-%s.json".formatted(files.size() + 1, call.request().method()));
    }
    var recording =
        new Recording(new RecordingHead(Instant.EPOCH, null, null), List.of(calls), List.of());
    return NearestRequest.in(
        new RecordingReading(recording, files, List.of(), List.of()), Contract.bundled());
  }

  @Test
  void another_query() {
    requireGolden(
        "query",
        DAY.explain(Calls.request("GET", "/v1/messages/search?limit=50&query=noon&sender=me", "")));
  }

  @Test
  void another_chat() {
    requireGolden("path", DAY.explain(Calls.request("GET", "/v1/chats/!gym:beeper.local", "")));
  }

  @Test
  void another_text() {
    requireGolden(
        "body",
        DAY.explain(
            Calls.request(
                "POST",
                "/v1/chats/!lunch:beeper.local/messages",
                "{\"text\":\"one?\",\"replyToMessageID\":\"7\"}")));
  }

  @Test
  void another_operation() {
    requireGolden("operation", DAY.explain(Calls.request("GET", "/v1/accounts", "")));
  }

  @Test
  void another_method() {
    requireGolden(
        "method", DAY.explain(Calls.request("DELETE", "/v1/chats/!lunch:beeper.local", "")));
  }

  @Test
  void another_part_of_a_file() {
    var whole = Calls.request("GET", "/v1/assets/serve?url=mxc:%2F%2Fa%2Fb", "");
    var part =
        new ApiRequest(
            "GET",
            whole.rawPath(),
            whole.rawQuery(),
            HttpHeaders.of(Map.of("Range", List.of("bytes=0-9"))),
            new byte[0],
            List.of());

    requireGolden("header", in(Calls.call(whole, Calls.answer(200, ""))).explain(part));
  }

  @Test
  void the_same_request_at_another_time() {
    requireGolden("same", DAY.explain(LIST.request()));
  }

  @Test
  void an_empty_recording() {
    requireGolden("empty", in().explain(LIST.request()));
  }

  @Test
  void nothing_secret_is_told() {
    var form = "grant_type=authorization_code";
    var nearest = in(Calls.post("/oauth/token", "{\"code\":\"recorded-code\"}", "{}"));

    var told =
        nearest.explain(
            Calls.request(
                "POST",
                "/oauth/token?access_token=asked-token&" + form,
                "{\"code\":\"asked-code\",\"code_verifier\":\"asked-verifier\"}"));

    assertThat(told)
        .contains("body /code: (secret) recorded, (secret) asked")
        .doesNotContain("asked-token", "asked-code", "asked-verifier", "recorded-code");
  }

  private static void requireGolden(String name, String text) {
    var file = TEXTS.resolve(name + ".txt");
    try {
      if (Boolean.getBoolean("fakebeeper.write")) {
        Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
      }
      assertThat(text + "\n").isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError("-Dfakebeeper.write=true writes " + file, e);
    }
  }
}
