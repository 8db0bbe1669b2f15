package dev.fakebeeper.junit;

import static dev.fakebeeper.control.journal.Verify.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.contract.Variation;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.faults.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EventType;
import org.opentest4j.AssertionFailedError;

class ChecksTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/fakebeeper/junit");

  /** The text with line numbers of the contract blurred, which move with every edit of it. */
  private static void isGolden(String text, String file) throws IOException {
    var blurred = text.replaceAll("openapi.yaml:\\d+", "openapi.yaml:N") + "\n";
    var golden = GOLDEN.resolve(file);
    if (Boolean.getBoolean("fakebeeper.write")) {
      Files.writeString(golden, blurred);
    }
    assertThat(blurred).isEqualTo(Files.readString(golden));
  }

  private static List<String> failuresOf(Class<?> sample) {
    return Run.of(sample).messages();
  }

  @Test
  void a_test_whose_client_does_not_behave_fails_with_all_there_is_to_say() throws Exception {
    var failures = failuresOf(NaughtySample.class);

    assertThat(failures).hasSize(1);
    isGolden(failures.get(0), "findings.txt");
  }

  @FakeBeeperTest
  @StartingWorld("empty")
  static class NaughtySample {
    @Test
    void breaks_every_rule(FakeBeeper beeper, FakeWorld world) {
      world.faults().plan(Fault.on("listChats").first(1).error(502).named("outage"));
      var client = new Client(beeper);
      client.get("/v1/chats/search?limit=many");
      client.get("/v1/chats/search?limit=many");
      client.get("/v1/chat");
      client.get("/v1/accounts");
    }
  }

  @Test
  void only_the_first_twenty_findings_are_told_in_full() {
    assertThat(failuresOf(ManySample.class))
        .singleElement()
        .asString()
        .startsWith("ChecksTest.ManySample.strays: fake-beeper found 25 things to object to")
        .contains("\n20. [FB-ROUTE-UNKNOWN] No operation matches GET /v1/nowhere/20.")
        .contains("\n\nand 5 more\n\nWhat happened in its world:\n  (5 before)\n");
  }

  @FakeBeeperTest
  static class ManySample {
    @Test
    void strays(FakeBeeper beeper) {
      for (int i = 1; i <= 25; i++) {
        new Client(beeper).get("/v1/nowhere/" + i);
      }
    }
  }

  @Test
  void findings_never_hide_why_the_test_itself_failed() throws Exception {
    var failure = Run.of(FailingSample.class).failures().get(0);

    assertThat(failure).isInstanceOf(AssertionFailedError.class).hasMessage("its own reason");
    assertThat(failure.getSuppressed()).hasSize(1);
    isGolden(failure.getSuppressed()[0].getMessage(), "suppressed.txt");
  }

  @FakeBeeperTest
  @StartingWorld("empty")
  static class FailingSample {
    @Test
    void fails(FakeBeeper beeper) {
      new Client(beeper).get("/v1/chat");
      throw new AssertionFailedError("its own reason");
    }
  }

  @Test
  void the_journal_of_a_test_that_failed_is_a_report_entry_without_secrets() {
    var entries =
        Run.of(FailingSample.class).results().testEvents().list().stream()
            .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
            .map(event -> event.getPayload().orElseThrow().toString())
            .toList();

    assertThat(entries)
        .singleElement()
        .asString()
        .contains("fake-beeper.journal", "#1 GET /v1/chat -> 404 [FB-ROUTE-UNKNOWN]")
        .doesNotContain("Bearer");
  }

  @Test
  void a_test_that_was_aborted_is_left_alone() {
    var run = Run.of(AbortedSample.class);

    run.results().testEvents().assertStatistics(events -> events.aborted(1).failed(0));
    assertThat(run.failures().get(0).getSuppressed()).isEmpty();
  }

  @FakeBeeperTest
  static class AbortedSample {
    @Test
    void is_aborted(FakeBeeper beeper) {
      new Client(beeper).get("/v1/chat");
      assumeTrue(false);
    }
  }

  @Nested
  class WhatCounts {
    @Test
    void refusals_that_good_clients_meet_are_no_findings() {
      Run.of(RefusedSample.class).succeeded(1);
    }

    @Test
    void faults_that_were_there_before_the_test_need_not_strike() {
      Run.of(FaultOfClassSample.class).succeeded(1);
    }

    @Test
    void an_answer_that_breaks_the_contract_on_purpose_is_no_finding() {
      Run.of(BreachSample.class).succeeded(1);
    }

    @Test
    void a_command_that_the_event_socket_refuses_is_one() {
      assertThat(failuresOf(BadCommandSample.class))
          .singleElement()
          .asString()
          .contains("1. The event socket refused a command of the client: {\"type\":\"error\"")
          .contains("@AllowViolations(\"webSocket\")");
    }

    @Test
    void a_finding_in_before_all_fails_the_class() {
      var run = Run.of(NaughtyClassSample.class);

      run.results().testEvents().assertStatistics(events -> events.succeeded(1));
      assertThat(run.messages()).singleElement().asString().contains("[FB-ROUTE-UNKNOWN]");
    }

    @Test
    void what_the_test_cleared_from_the_journal_is_still_known() {
      assertThat(failuresOf(ClearedSample.class))
          .singleElement()
          .asString()
          .contains("[FB-ROUTE-UNKNOWN]")
          .endsWith("What happened in its world:\n  (nothing)");
    }
  }

  @FakeBeeperTest
  static class RefusedSample {
    @Test
    void meets_refusals(FakeBeeper beeper, FakeWorld world) {
      var client = new Client(beeper);
      assertThat(client.get("/v1/chats/nowhere").status()).isEqualTo(404);
      assertThat(client.get("/v1/accounts?unknown=1").status()).isEqualTo(200);
      world.revokeToken(beeper.token());
      assertThat(client.get("/v1/accounts").status()).isEqualTo(401);
    }
  }

  @FakeBeeperTest
  static class BreachSample {
    @Test
    void meets_a_wrong_type(FakeBeeper beeper, FakeWorld world) {
      world.faults().plan(Fault.on("listChats").first(1).vary(Variation.WRONG_TYPE));
      assertThat(new Client(beeper).get("/v1/chats").status()).isEqualTo(200);
    }
  }

  @FakeBeeperTest
  static class BadCommandSample {
    @Test
    void asks_for_nonsense(FakeBeeper beeper) {
      var uri = URI.create(beeper.baseUri().toString().replace("http", "ws") + "/v1/ws");
      var socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .header("Authorization", "Bearer " + beeper.token())
              .buildAsync(uri, new WebSocket.Listener() {})
              .join();
      socket.sendText("{\"type\":\"nonsense\"}", true).join();
      beeper.world().verify(events("error").atLeast(1).within(Duration.ofSeconds(10)));
    }
  }

  @FakeBeeperTest
  static class FaultOfClassSample {
    @BeforeAll
    static void plan(FakeWorld world) {
      world.faults().plan(Fault.on("listChats").first(1).error(502));
    }

    @Test
    void asks_for_something_else(FakeBeeper beeper) {
      new Client(beeper).get("/v1/accounts");
    }
  }

  @FakeBeeperTest
  static class NaughtyClassSample {
    @BeforeAll
    static void call(FakeBeeper beeper) {
      new Client(beeper).get("/v1/chat");
    }

    @Test
    void passes() {}
  }

  @FakeBeeperTest
  static class ClearedSample {
    @Test
    void clears(FakeBeeper beeper, FakeWorld world) {
      new Client(beeper).get("/v1/chat");
      world.reset();
    }
  }

  @Nested
  class Allowing {
    @Test
    void by_code_operation_name_or_all_on_methods_and_classes() {
      Run.of(AllowedSample.class).succeeded(5);
    }

    @Test
    void what_is_not_named_is_not_allowed() {
      assertThat(failuresOf(OtherAllowedSample.class)).hasSize(1);
    }

    @Test
    void an_extension_in_a_field_chooses_its_checks() {
      Run.of(NoRoutesSample.class).succeeded(1);
      Run.of(NothingSample.class).succeeded(1);
      Run.of(AllowingFieldSample.class).succeeded(1);
    }
  }

  @FakeBeeperTest
  @AllowViolations("FB-METHOD-UNKNOWN")
  static class AllowedSample {
    @Test
    @AllowViolations("FB-REQUEST-INVALID")
    void by_code(FakeBeeper beeper) {
      new Client(beeper).get("/v1/chats/search?limit=many");
    }

    @Test
    @AllowViolations("searchChats")
    void by_operation(FakeBeeper beeper) {
      new Client(beeper).get("/v1/chats/search?limit=many");
    }

    @Test
    @AllowViolations("outage")
    void by_name(FakeWorld world) {
      world.faults().plan(Fault.on("listChats").first(1).error(502).named("outage"));
    }

    @Test
    @AllowViolations("FB-ROUTE-UNKNOWN")
    void by_class_and_method(FakeBeeper beeper) {
      new Client(beeper).get("/v1/chat");
      new Client(beeper).call("DELETE", "/v1/accounts", "");
    }

    @Test
    @AllowViolations(AllowViolations.ALL)
    void all(FakeBeeper beeper) {
      new Client(beeper).get("/v1/chat");
      new Client(beeper).get("/v1/chats/search?limit=many");
    }
  }

  @FakeBeeperTest
  static class OtherAllowedSample {
    @Test
    @AllowViolations({"FB-REQUEST-INVALID", "listChats"})
    void a_test(FakeBeeper beeper) {
      new Client(beeper).get("/v1/chat");
    }
  }

  static class NoRoutesSample {
    @RegisterExtension
    static final FakeBeeperExtension BEEPER =
        FakeBeeperExtension.shared().checks(Check.CONTRACT, Check.FAULTS);

    @Test
    void a_test(FakeBeeper beeper) {
      new Client(beeper).get("/v1/chat");
    }
  }

  static class NothingSample {
    @RegisterExtension
    static final FakeBeeperExtension BEEPER = FakeBeeperExtension.shared().checks();

    @Test
    void a_test(FakeBeeper beeper) {
      new Client(beeper).get("/v1/chats/search?limit=many");
    }
  }

  static class AllowingFieldSample {
    @RegisterExtension
    static final FakeBeeperExtension BEEPER =
        FakeBeeperExtension.shared().allowViolations("searchChats");

    @Test
    void a_test(FakeBeeper beeper) {
      new Client(beeper).get("/v1/chats/search?limit=many");
    }
  }
}
