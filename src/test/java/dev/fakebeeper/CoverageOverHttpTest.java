package dev.fakebeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.Coverable.Dimension;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.coverage.CoverageFile;
import dev.fakebeeper.control.coverage.CoverageReport;
import dev.fakebeeper.control.coverage.CoverageReport.Part;
import dev.fakebeeper.control.coverage.Thresholds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coverage of the vendor's contract, by a client over HTTP. */
class CoverageOverHttpTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void what_a_client_sends_and_gets_is_in_the_report_as_soon_as_it_has_the_answer()
      throws Exception {
    try (var beeper =
        FakeBeeper.start(FakeBeeperConfig.forTests().toBuilder().coverage().build())) {
      get(beeper, beeper.world(), "/v1/chats?limit=40&direction=before");
      get(beeper, beeper.world(), "/v1/chats/unknown");
      get(beeper, beeper.world(), "/v1/no-such-thing");

      var report = beeper.coverage().report();

      assertThat(report.calls()).isEqualTo(2);
      assertThat(part(report, "listChats", Dimension.PARAMETERS).covered())
          .containsExactlyInAnyOrder("query limit", "query direction");
      assertThat(part(report, "listChats", Dimension.PARAMETER_VALUES).covered())
          .containsExactly("query direction = before");
      assertThat(part(report, "getChat", Dimension.STATUSES).covered()).containsExactly("404");
      assertThat(part(report, "errors", Dimension.ERROR_CODES).covered())
          .containsExactly("NOT_FOUND");
      assertThat(part(report, "Chat", Dimension.ANSWER_VALUES).covered())
          .containsExactlyInAnyOrder("/type = single", "/type = group");
    }
  }

  @Test
  void an_older_version_has_less_to_cover() {
    var config = FakeBeeperConfig.forTests().toBuilder().coverage();
    try (var newest = FakeBeeper.start(config.build());
        var older = FakeBeeper.start(config.apiVersion("4.1.294").build())) {
      assertThat(total(older)).isPositive().isLessThan(total(newest));
    }
  }

  private static int total(FakeBeeper beeper) {
    return beeper.coverage().report().score(Dimension.OPERATIONS).total();
  }

  @Test
  void it_can_be_switched_on_while_the_fake_runs_and_read_when_it_is_closed() throws Exception {
    var beeper = FakeBeeper.start();
    try (beeper) {
      get(beeper, beeper.world(), "/v1/info");
      beeper.coverage().start();
      var other = beeper.worlds().open(NewWorld.named("other"));
      get(beeper, other, "/v1/accounts");
    }

    assertThat(beeper.coverage().report("other").subjects())
        .filteredOn(subject -> subject.calls() > 0)
        .extracting(CoverageReport.Subject::name)
        .containsExactly("getAccounts");
    assertThat(beeper.coverage().report().calls()).isEqualTo(1);
  }

  @Test
  void a_body_is_covered_by_member_and_value() throws Exception {
    try (var beeper =
        FakeBeeper.start(FakeBeeperConfig.forTests().toBuilder().coverage().build())) {
      var body = "{\"text\":\"noon?\",\"attachment\":{\"uploadID\":\"none\",\"type\":\"gif\"}}";
      var request =
          request(beeper, beeper.world(), "/v1/chats/unknown/messages")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body));
      client.send(request.build(), BodyHandlers.discarding());

      var report = beeper.coverage().report();

      assertThat(part(report, "sendMessage", Dimension.BODY_MEMBERS).covered())
          .containsExactlyInAnyOrder(
              "/text", "/attachment", "/attachment/uploadID", "/attachment/type");
      assertThat(part(report, "sendMessage", Dimension.BODY_VALUES).covered())
          .containsExactly("/attachment/type = gif");
    }
  }

  /** The snippet of docs/coverage-of-clients.md, but for the breaks of its lines. */
  @Test
  void a_test_can_demand_coverage_and_keep_the_report(@TempDir Path folder) throws Exception {
    var file = folder.resolve("coverage.md");

    try (var beeper =
        FakeBeeper.start(FakeBeeperConfig.forTests().toBuilder().coverage().build())) {
      runClient(beeper.baseUri(), beeper.token());

      var report = beeper.coverage().report();
      var wanted = Thresholds.of(Map.of("operations", 1.0));
      assertThat(wanted.missedBy(report)).isEmpty();
      CoverageFile.at(file).write(report, wanted);
    }

    assertThat(Files.readString(file)).contains("| `getAccounts` | 1 |");
    assertThat(withoutSpaces(Path.of("src/test/java/dev/fakebeeper/CoverageOverHttpTest.java")))
        .contains(javaOf(Path.of("docs", "coverage-of-clients.md")));
  }

  private static String javaOf(Path page) throws IOException {
    var text = withoutSpaces(page);
    var begin = text.indexOf("```java") + 7;
    return text.substring(begin, text.indexOf("```", begin));
  }

  private static String withoutSpaces(Path file) throws IOException {
    return Files.readString(file).replaceAll("\\s", "");
  }

  private void runClient(URI address, String token) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve("/v1/accounts"))
            .header("Authorization", "Bearer " + token);
    client.send(request.build(), BodyHandlers.discarding());
  }

  private static Part part(CoverageReport report, String subject, Dimension dimension) {
    return report.subjects().stream()
        .filter(one -> one.name().equals(subject))
        .findFirst()
        .orElseThrow()
        .part(dimension);
  }

  private void get(FakeBeeper beeper, FakeWorld world, String path)
      throws IOException, InterruptedException {
    client.send(request(beeper, world, path).build(), BodyHandlers.discarding());
  }

  private static HttpRequest.Builder request(FakeBeeper beeper, FakeWorld world, String path) {
    return HttpRequest.newBuilder(URI.create(beeper.baseUri() + path))
        .header("Authorization", "Bearer " + world.token());
  }
}
