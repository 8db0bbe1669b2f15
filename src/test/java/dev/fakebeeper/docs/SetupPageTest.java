package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.actions.ActionFormat;
import dev.fakebeeper.testing.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/setup.md} says what is there; its tables are those of {@code SetupWalkTest}. */
class SetupPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Page PAGE = Page.of("setup.md");
  private static final String TEXT = PAGE.text();

  @Test
  void the_snippet_runs() {
    try (var beeper = FakeBeeper.start()) {
      var world = beeper.world();
      var client = new Client(beeper);
      // snippet
      world.setup().signOut();
      world.setup().plan(plan -> plan.code("402913").otherDeviceWaits());
      client.signIn("owner@example.com", "402913");
      world.advance(Duration.ofSeconds(2)); // it was initializing
      client.asksForAVerification();
      world.verifications().otherDevice().accept();
      world.verifications().otherDevice().startSas();
      world.verifications().otherDevice().mismatch(); // the emoji differ
      // end

      assertThat(world.verifications().all())
          .singleElement()
          .satisfies(one -> assertThat(one.failure()).isEqualTo("m.mismatched_sas"));
      assertThat(world.setup().state()).isEqualTo("needs-verification");
    }
    PAGE.showsSnippetOf(SetupPageTest.class);
  }

  /** Signs in with what it is told, and uses the token that it gets. */
  private static final class Client {
    private final FakeBeeper beeper;
    private String token = "";

    Client(FakeBeeper beeper) {
      this.beeper = beeper;
    }

    void signIn(String address, String code) {
      var request = post("start", "").path("setupRequestID").asText();
      post("email", "{\"setupRequestID\":\"%s\",\"email\":\"%s\"}".formatted(request, address));
      var answer =
          post(
              "response",
              "{\"setupRequestID\":\"%s\",\"response\":\"%s\"}".formatted(request, code));
      token = answer.at("/matrix/accessToken").asText();
    }

    void asksForAVerification() {
      assertThat(post("verifications", "{}").at("/verification/state").asText())
          .isEqualTo("requested");
    }

    private JsonNode post(String path, String body) {
      var request =
          HttpRequest.newBuilder(beeper.baseUri().resolve("/v1/app/setup/" + path))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body));
      if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
      }
      try {
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
      } catch (IOException | InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void the_curl_lines_work() throws Exception {
    assumeTrue(isInstalled(), "curl is not installed; the lines of the page are not run");
    var blocks = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(TEXT).results();
    var lines = blocks.flatMap(block -> block.group(1).lines()).toList();
    assertThat(lines).hasSize(4);
    try (var beeper = FakeBeeper.start()) {
      assertThat(run(lines.get(0), beeper)).isEmpty();
      assertThat(run(lines.get(1), beeper)).contains("\"state\":\"needs-login\"");
      assertThat(run(lines.get(2), beeper)).contains("\"signInMethods\":[\"email\"]");
      assertThat(run(lines.get(3), beeper)).isEqualTo("{\"items\":[]}");
    }
  }

  private static boolean isInstalled() {
    try {
      return new ProcessBuilder("curl", "--version").start().waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String run(String line, FakeBeeper beeper) throws Exception {
    var there = URI.create("http://localhost:" + beeper.port());
    var silent = line.replace("curl ", "curl -s ").replace("http://localhost:23373", "" + there);
    var process = new ProcessBuilder("sh", "-c", silent).redirectErrorStream(true).start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }

  @Test
  void every_action_about_setup_and_verifications_is_there() {
    assertThat(ActionFormat.names())
        .filteredOn(name -> name.startsWith("setup") || name.startsWith("verification"))
        .hasSize(5)
        .allSatisfy(name -> assertThat(TEXT).containsPattern("`" + name + "[`:]"));
  }

  @Test
  void every_member_of_the_plan_has_a_row() throws IOException {
    var schema =
        JSON.readTree(Path.of("src/main/resources/dev/fakebeeper/scenario.schema.json").toFile());
    var members = schema.findValue("setup").path("properties").fieldNames();

    assertThat(members)
        .toIterable()
        .hasSize(13)
        .allSatisfy(name -> assertThat(TEXT).containsPattern("\\| `" + name + "[`:]"));
  }
}
