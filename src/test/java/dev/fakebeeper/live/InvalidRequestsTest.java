package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation with generated requests, each broken in one way: refused, nothing changed, the
 * next one works.
 */
class InvalidRequestsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Document DOCUMENT = Document.read();
  private static FakeBeeper beeper;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  @Test
  void every_broken_request_is_refused_and_changes_nothing() throws Exception {
    var before = beeper.world().snapshot();
    var softly = new SoftAssertions();
    var count = 0;
    try (var wire = new RawHttp(beeper)) {
      for (var operation : DOCUMENT.operations()) {
        for (var broken : BrokenRequests.of(DOCUMENT, operation)) {
          var answer = wire.send(broken, beeper.token());
          softly
              .assertThat(answer.status())
              .as("%s with %s: %s", operation.id(), broken.mistake(), answer.body())
              .isBetween(400, 499);
          requireEnvelope(softly, operation, broken, answer);
          count++;
        }
      }
    }
    softly.assertAll();
    assertThat(count).as("broken requests").isGreaterThan(400);
    assertThat(beeper.world().snapshot()).isEqualTo(before);
    System.out.println("invalid requests: " + count + " refused");
  }

  /** The vendor's envelope, RFC 6749's for the OAuth family, or a page where a browser asks. */
  private static void requireEnvelope(
      SoftAssertions softly,
      Document.Place operation,
      BrokenRequests.Broken broken,
      RawHttp.Answer answer)
      throws Exception {
    if (operation.id().equals("oauth_authorize")) {
      softly.assertThat(answer.body()).as(broken.mistake()).startsWith("<!doctype html>");
      return;
    }
    JsonNode body = JSON.readTree(answer.body());
    var envelope =
        (body.path("message").isTextual() && body.path("code").isTextual())
            || body.path("error").isTextual();
    softly
        .assertThat(envelope)
        .as("%s with %s: envelope of %s", operation.id(), broken.mistake(), answer.body())
        .isTrue();
  }

  @Test
  void without_a_token_or_with_a_wrong_one_only_the_open_operations_answer() throws Exception {
    try (var wire = new RawHttp(beeper)) {
      for (var operation : DOCUMENT.operations()) {
        var wantsToken = operation.node().path("security").toString().matches(".*bearerAuth.*");
        // "a token or nothing" means a token, for somebody is signed in
        var open = operation.node().has("security") && !wantsToken;
        var request = bare(operation);
        if (!open) {
          assertThat(wire.send(request, null).status()).as(operation.id()).isEqualTo(401);
          assertThat(wire.send(request, "nobody").status()).as(operation.id()).isEqualTo(401);
        } else {
          assertThat(wire.send(request, null).status()).as(operation.id()).isNotEqualTo(401);
        }
      }
    }
  }

  @Test
  void a_read_only_token_is_refused_by_every_operation_that_writes() throws Exception {
    var readOnly = beeper.world().mintToken(Set.of(FakeWorld.Scope.READ), null);
    try (var wire = new RawHttp(beeper)) {
      for (var operation : DOCUMENT.operations()) {
        var before = beeper.world().snapshot();
        var answer = wire.send(bare(operation), readOnly);
        if (operation.node().path("x-fake-scope").asText().equals("write")) {
          assertThat(answer.status()).as(operation.id()).isEqualTo(403);
          assertThat(beeper.world().snapshot()).as(operation.id()).isEqualTo(before);
        } else {
          assertThat(answer.status()).as(operation.id()).isNotEqualTo(403);
        }
      }
    }
  }

  private static BrokenRequests.Broken bare(Document.Place operation) {
    var path = operation.path().replaceAll("\\{[^}]+}", "x");
    return new BrokenRequests.Broken("nothing", operation.method(), path, null, null);
  }
}
