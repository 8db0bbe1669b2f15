package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.StartException;
import dev.fakebeeper.contract.Coverable.Dimension;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.faults.Fault;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.journal.Exchange;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.live.RawCall.End;
import dev.fakebeeper.live.RawCall.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Stub mappings in front of the fake, over real HTTP. */
@Timeout(60)
class StubOverlayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String ACCOUNTS = "/v1/accounts";
  private static final String NO_ACCOUNTS = accounts("\"jsonBody\": []");
  private static final String ON_PURPOSE =
      "\"metadata\": {\"fakeBeeper\": {\"breaksContract\": true}}, ";

  private static final String ID = "6f4d3c9e-0000-4000-8000-000000000001";

  private FakeBeeper beeper;
  private FakeWorld world;

  @BeforeEach
  void start() {
    beeper = FakeBeeper.start();
    world = beeper.world();
  }

  @AfterEach
  void stop() {
    beeper.close();
  }

  /** A mapping of the accounts list whose answer has these members too. */
  private static String accounts(String response) {
    return """
        {"request": {"method": "GET", "urlPath": "/v1/accounts"},
         "response": {"headers": {"Content-Type": "application/json"}, %s}}"""
        .formatted(response);
  }

  private static String onPurpose(String mapping) {
    return "{" + ON_PURPOSE + mapping.substring(1);
  }

  private Reply get(String path) throws IOException {
    try (var call = RawCall.get(beeper, path)) {
      return call.reply();
    }
  }

  private Api as(FakeWorld one) {
    return new Api(beeper, one.token());
  }

  private Exchange last() {
    var exchanges = world.journal().exchanges();
    return exchanges.get(exchanges.size() - 1);
  }

  @Test
  void a_mapping_answers_in_place_of_the_fake_and_the_journal_says_so() throws IOException {
    world.stubs().add(NO_ACCOUNTS);

    var reply = get(ACCOUNTS);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("[]");
    assertThat(reply.header("Content-Type")).hasValue("application/json");
    assertThat(reply.header("Matched-Stub-Id")).hasValue(world.stubs().list().get(0).id());
    assertThat(reply.header("X-Fake-Beeper-Diagnosis")).isEmpty();
    assertThat(last().origin()).isEqualTo(Origin.STUB);
    assertThat(last().operationId()).isEqualTo("getAccounts");
    assertThat(get("/v1/chats").status()).isEqualTo(200);
    assertThat(last().origin()).isEqualTo(Origin.FAKE);
  }

  @Test
  void bytes_and_media_type_go_out_as_the_author_wrote_them() throws IOException {
    world
        .stubs()
        .add(
            """
            {"request": {"urlPath": "/v1/accounts"},
             "response": {"headers": {"Content-Type": "application/json; charset=utf-8", "X-Two": ["a", "b"]},
               "body": "[ ]  "}}""");

    var reply = get(ACCOUNTS);

    assertThat(reply.body()).isEqualTo("[ ]  ");
    assertThat(reply.header("Content-Type")).hasValue("application/json;charset=utf-8");
    assertThat(reply.head()).contains("X-Two: a\r\n", "X-Two: b");
  }

  @Test
  void a_call_that_a_stub_answers_does_not_reach_the_world() {
    var chat = as(world).get("/v1/chats").json().at("/items/0/id").asText();
    world
        .stubs()
        .add(
            """
            {"request": {"method": "POST", "urlPathTemplate": "/v1/chats/{chatID}/messages"},
             "response": {"status": 200, "headers": {"Content-Type": "application/json"},
               "transformers": ["response-template"],
               "body": "{\\"chatID\\": {{{toJson request.path.chatID}}}, \\"pendingMessageID\\": \\"m1\\"}"}}""");
    var path = Api.messages(chat);

    var answer = as(world).post(path, "{\"text\":\"turnips\"}");

    assertThat(answer.text()).contains("\"pendingMessageID\": \"m1\"");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(as(world).get("/v1/messages/search?query=turnips").json().path("items")).isEmpty();
  }

  @Test
  void the_stubs_of_a_world_are_no_other_worlds() {
    var other = beeper.worlds().open(NewWorld.named("other"));
    world.stubs().add(NO_ACCOUNTS);

    assertThat(as(world).get(ACCOUNTS).json()).isEmpty();
    assertThat(as(other).get(ACCOUNTS).json()).isNotEmpty();
    assertThat(other.stubs().list()).isEmpty();
  }

  @Test
  void a_world_of_a_closed_worlds_name_has_none_of_its_stubs() {
    var first = beeper.worlds().open(NewWorld.named("again"));
    first.stubs().add(NO_ACCOUNTS);
    first.close();

    var second = beeper.worlds().open(NewWorld.named("again"));

    assertThat(as(second).get(ACCOUNTS).json()).isNotEmpty();
  }

  @Test
  void refused_requests_never_reach_a_stub() {
    world.stubs().add("{\"priority\": 1, \"response\": {\"status\": 200}}");

    assertThat(new Api(beeper, "wrong").get(ACCOUNTS).status()).isEqualTo(401);
    assertThat(as(world).get("/v1/messages/search?limit=500").status()).isEqualTo(400);
    assertThat(last().origin()).isEqualTo(Origin.REFUSAL);
  }

  @Test
  void a_planned_fault_goes_before_a_stub() {
    world.stubs().add(NO_ACCOUNTS);
    world.faults().plan(Fault.on("getAccounts").nth(1).error(502));

    assertThat(as(world).get(ACCOUNTS).status()).isEqualTo(502);
    assertThat(as(world).get(ACCOUNTS).text()).isEqualTo("[]");
  }

  @Test
  void a_stub_may_be_taken_away_and_a_reset_takes_away_all() {
    var id = world.stubs().add(NO_ACCOUNTS);
    assertThat(world.stubs().list()).extracting("id").containsExactly(id);

    assertThat(world.stubs().remove(id)).isTrue();
    assertThat(as(world).get(ACCOUNTS).json()).isNotEmpty();

    world.stubs().add(NO_ACCOUNTS);
    world.reset();
    assertThat(as(world).get(ACCOUNTS).json()).isNotEmpty();
  }

  @Test
  void an_id_that_is_none_is_that_of_no_mapping() {
    world.stubs().add(NO_ACCOUNTS);

    assertThat(world.stubs().remove("no such id")).isFalse();
  }

  @Test
  void what_a_client_saw_of_a_stub_counts_for_coverage() {
    beeper.coverage().start();
    world
        .stubs()
        .add(
            accounts(
                "\"status\": 502, \"jsonBody\": {\"message\": \"Down\", \"code\": \"UPSTREAM_ERROR\"}"));
    as(world).get(ACCOUNTS);

    var report = beeper.coverage().report();

    assertThat(report.calls()).isEqualTo(1);
    assertThat(report.subjects())
        .filteredOn(subject -> subject.name().equals("getAccounts"))
        .singleElement()
        .satisfies(
            subject ->
                assertThat(subject.part(Dimension.STATUSES).covered()).containsExactly("502"));
  }

  @Test
  void stub_scenarios_of_two_worlds_do_not_meet(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("poll.json"),
        """
        {"mappings": [%s, %s]}"""
            .formatted(
                state("Started", "gone", "\"jsonBody\": []"),
                state(
                    "gone",
                    "gone",
                    "\"status\": 404, \"jsonBody\": {\"message\": \"Gone\", \"code\": \"NOT_FOUND\"}")));
    var config = FakeBeeperConfig.forTests().toBuilder().stubs(folder).build();
    try (var stubbed = FakeBeeper.start(config)) {
      var one = new Api(stubbed, stubbed.token());
      var other = new Api(stubbed, stubbed.worlds().open(NewWorld.named("other")).token());

      assertThat(one.get("/v1/accounts").status()).isEqualTo(200);
      assertThat(one.get("/v1/accounts").status()).isEqualTo(404);
      assertThat(other.get("/v1/accounts").status()).isEqualTo(200);
      stubbed.world().reset();
      assertThat(one.get("/v1/accounts").status()).isEqualTo(200);
    }
  }

  private static String state(String before, String after, String response) {
    return "{\"scenarioName\": \"poll\", \"requiredScenarioState\": \"%s\", \"newScenarioState\": \"%s\", %s"
        .formatted(before, after, onPurpose(accounts(response)).substring(1));
  }

  @Nested
  class Time {
    @Test
    void a_delay_is_one_of_the_worlds_clock() throws IOException {
      world.stubs().add(accounts("\"jsonBody\": [], \"fixedDelayMilliseconds\": 60000"));
      try (var call = RawCall.get(beeper, ACCOUNTS)) {
        world.faults().awaitHeld(1, PATIENCE);
        assertThat(world.due().get(0).what()).contains("the stub mapping");

        world.advance(Duration.ofMinutes(1));

        assertThat(call.reply().body()).isEqualTo("[]");
      }
    }

    @Test
    void a_delayed_call_of_an_earlier_life_gets_no_answer() throws IOException {
      world.stubs().add(accounts("\"jsonBody\": [], \"fixedDelayMilliseconds\": 60000"));
      try (var call = RawCall.get(beeper, ACCOUNTS)) {
        world.faults().awaitHeld(1, PATIENCE);

        world.reset();

        assertThat(call.reply()).isEqualTo(new Reply("", End.FIN));
      }
    }

    @Test
    void a_dribbled_body_comes_in_pieces_by_the_worlds_clock() throws IOException {
      world
          .stubs()
          .add(
              accounts(
                  "\"body\": \"[     ]\", \"chunkedDribbleDelay\": {\"numberOfChunks\": 2, \"totalDuration\": 2000}"));
      try (var call = RawCall.getKeptAlive(beeper, ACCOUNTS)) {
        world.faults().awaitHeld(1, PATIENCE);
        world.advance(Duration.ofSeconds(1));
        call.readTo("\r\n\r\n3\r\n[  ");
        world.faults().awaitHeld(1, PATIENCE);
        world.advance(Duration.ofSeconds(1));
        call.readTo("4\r\n   ]\r\n0\r\n\r\n");
      }
    }
  }

  @Nested
  class Mischief {
    @ParameterizedTest
    @CsvSource({
      "CONNECTION_RESET_BY_PEER, RESET, 0",
      "EMPTY_RESPONSE, FIN, 0",
      "RANDOM_DATA_THEN_CLOSE, FIN, 0"
    })
    void a_fault_comes_in_place_of_an_answer(String fault, End end, int status) throws IOException {
      world.stubs().add(accounts("\"fault\": \"%s\"".formatted(fault)));

      var reply = get(ACCOUNTS);

      assertThat(reply.end()).isEqualTo(end);
      assertThat(reply.text()).doesNotStartWith("HTTP/");
      assertThat(reply.text().isEmpty()).isEqualTo(!fault.startsWith("RANDOM"));
      assertThat(last().origin()).isEqualTo(Origin.STUB);
      assertThat(last().response().status()).isEqualTo(status);
      assertThat(last().diagnosis().code()).isEqualTo(DiagnosisCode.STUB_ANSWERED);
      assertThat(last().diagnosis().text()).contains(fault);
    }

    @Test
    void a_malformed_chunk_comes_after_a_good_head() throws IOException {
      world.stubs().add(accounts("\"fault\": \"MALFORMED_RESPONSE_CHUNK\""));

      Reply reply;
      try (var call = RawCall.getKeptAlive(beeper, ACCOUNTS)) {
        reply = call.reply();
      }

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Transfer-Encoding")).hasValue("chunked");
      assertThat(reply.body()).startsWith("lskd");
    }

    @Test
    void the_server_goes_on_after_every_fault() throws IOException {
      var id = world.stubs().add(accounts("\"fault\": \"RANDOM_DATA_THEN_CLOSE\""));
      get(ACCOUNTS);
      world.stubs().remove(id);

      assertThat(get(ACCOUNTS).status()).isEqualTo(200);
    }

    @Test
    void a_fault_may_come_late() throws IOException {
      world
          .stubs()
          .add(accounts("\"fault\": \"EMPTY_RESPONSE\", \"fixedDelayMilliseconds\": 5000"));
      try (var call = RawCall.get(beeper, ACCOUNTS)) {
        world.faults().awaitHeld(1, PATIENCE);
        world.advance(Duration.ofSeconds(5));

        assertThat(call.reply().text()).isEmpty();
      }
    }
  }

  @Nested
  class Law {
    @Test
    void an_answer_that_breaks_the_contract_is_refused_when_it_is_added() {
      assertThatThrownBy(() -> world.stubs().add(accounts("\"jsonBody\": [\n{\"accountID\": 5}]")))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("stub mapping:3:1: This answer to getAccounts breaks the contract")
          .hasMessageContaining("openapi.yaml:")
          .hasMessageContaining("breaksContract");
      assertThat(world.stubs().list()).isEmpty();
    }

    @Test
    void a_status_and_a_media_type_that_no_answer_has_are_refused() {
      assertThatThrownBy(() -> world.stubs().add(accounts("\"status\": 299, \"jsonBody\": []")))
          .hasMessageContaining("STATUS");
      assertThatThrownBy(
              () ->
                  world
                      .stubs()
                      .add(
                          "{\"request\": {\"url\": \"/v1/accounts\"}, \"response\": {\"jsonBody\": []}}"))
          .hasMessageContaining("Content-Type");
    }

    @Test
    void what_breaks_it_on_purpose_is_taken_and_told() throws IOException {
      world.stubs().add(onPurpose(accounts("\"jsonBody\": {\"surprise\": true}")));

      var reply = get(ACCOUNTS);

      assertThat(reply.body()).contains("surprise");
      assertThat(reply.header("X-Fake-Beeper-Diagnosis"))
          .hasValueSatisfying(
              line -> assertThat(line).startsWith("[FB-STUB-ANSWERED]").contains("on purpose"));
      assertThat(last().violations()).isEmpty();
    }

    @Test
    void a_template_that_breaks_it_in_use_is_refused_then() throws IOException {
      world
          .stubs()
          .add(
              accounts(
                  "\"transformers\": [\"response-template\"], \"body\": \"{{{request.url}}}\""));

      var reply = get(ACCOUNTS);

      assertThat(reply.status()).isEqualTo(500);
      assertThat(reply.header("X-Fake-Beeper-Diagnosis"))
          .hasValueSatisfying(
              line ->
                  assertThat(line)
                      .startsWith("[FB-STUB-INVALID]")
                      .contains("Fault of a stub mapping"));
      assertThat(last().origin()).isEqualTo(Origin.STUB);
      assertThat(last().violations()).isNotEmpty();
    }

    @Test
    void a_pattern_is_held_against_the_contract_in_use() throws IOException {
      world
          .stubs()
          .add(
              "{\"request\": {\"urlPathPattern\": \"/v1/acc.*\"}, \"response\": {\"body\": \"hello\"}}");

      assertThat(get(ACCOUNTS).header("X-Fake-Beeper-Diagnosis").orElse(""))
          .startsWith("[FB-STUB-INVALID]");
    }

    @Test
    void an_error_of_the_vendor_is_told_as_the_stubs() throws IOException {
      world
          .stubs()
          .add(
              accounts(
                  "\"status\": 502, \"jsonBody\": {\"message\": \"Down\", \"code\": \"UPSTREAM_ERROR\"}"));

      var reply = get(ACCOUNTS);

      assertThat(reply.status()).isEqualTo(502);
      assertThat(last().diagnosis().text()).contains("answered 502");
      assertThat(last().diagnosis().code()).isEqualTo(DiagnosisCode.STUB_ANSWERED);
    }

    @Test
    void a_path_that_no_operation_has_is_refused_with_the_nearest() {
      assertThatThrownBy(
              () ->
                  world
                      .stubs()
                      .add(
                          "{\"request\": {\"method\": \"GET\", \"url\": \"/v1/acounts\"}, \"response\": {}}"))
          .hasMessageContaining("No operation of the contract is GET /v1/acounts")
          .hasMessageContaining("Did you mean GET /v1/accounts?");
    }

    @Test
    void a_call_outside_the_contract_is_answered_by_a_mapping_that_says_so() throws IOException {
      assertThat(get("/v9/new").status()).isEqualTo(404);

      world
          .stubs()
          .add(
              "{"
                  + ON_PURPOSE
                  + "\"request\": {\"url\": \"/v9/new\"}, \"response\": {\"body\": \"new\"}}");

      assertThat(get("/v9/new").body()).isEqualTo("new");
      assertThat(last().origin()).isEqualTo(Origin.STUB);
      assertThat(get("/v9/other").status()).isEqualTo(404);
    }

    @Test
    void a_template_that_fails_is_told() throws IOException {
      world
          .stubs()
          .add(accounts("\"transformers\": [\"response-template\"], \"body\": \"{{#if}}\""));

      assertThat(get(ACCOUNTS).header("X-Fake-Beeper-Diagnosis").orElse(""))
          .startsWith("[FB-STUB-FAILED]");
    }
  }

  @Nested
  class Folders {
    @TempDir Path folder;

    private void write(String name, String text) throws IOException {
      var file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }

    private FakeBeeper withStubs() {
      return FakeBeeper.start(FakeBeeperConfig.forTests().toBuilder().stubs(folder).build());
    }

    @Test
    void the_mappings_of_a_server_are_those_of_every_world_of_it() throws IOException {
      write("mappings/a.json", NO_ACCOUNTS);
      try (var stubbed = withStubs()) {
        var other = stubbed.worlds().open(NewWorld.named("other"));

        assertThat(new Api(stubbed, stubbed.token()).get(ACCOUNTS).text()).isEqualTo("[]");
        assertThat(new Api(stubbed, other.token()).get(ACCOUNTS).text()).isEqualTo("[]");
        other.stubs().remove(other.stubs().list().get(0).id());
        assertThat(new Api(stubbed, other.token()).get(ACCOUNTS).json()).isNotEmpty();
        assertThat(new Api(stubbed, stubbed.token()).get(ACCOUNTS).text()).isEqualTo("[]");
        other.reset();
        assertThat(new Api(stubbed, other.token()).get(ACCOUNTS).text()).isEqualTo("[]");
      }
    }

    @Test
    void a_world_may_begin_with_more_and_so_do_its_forks() throws IOException {
      write("mappings/a.json", NO_ACCOUNTS);
      var stubbed = beeper.worlds().open(NewWorld.named("stubbed").stubs(List.of(folder)));

      assertThat(as(stubbed).get(ACCOUNTS).text()).isEqualTo("[]");
      assertThat(as(stubbed.fork("fork")).get(ACCOUNTS).text()).isEqualTo("[]");
      assertThat(as(world).get(ACCOUNTS).json()).isNotEmpty();
    }

    @Test
    void a_body_in_a_file_is_found_and_checked() throws IOException {
      write("mappings/a.json", accounts("\"bodyFileName\": \"lists/none.json\""));
      write("__files/lists/none.json", "[  ]");

      world.stubs().load(folder);
      assertThat(get(ACCOUNTS).body()).isEqualTo("[  ]");

      write("__files/lists/none.json", "{}");
      assertThatThrownBy(() -> world.stubs().load(folder))
          .hasMessageContaining("a.json:2")
          .hasMessageContaining("breaks the contract");
      write("mappings/a.json", accounts("\"bodyFileName\": \"nowhere.json\""));
      assertThatThrownBy(() -> world.stubs().load(folder))
          .hasMessageContaining("a.json:2")
          .hasMessageContaining("\"nowhere.json\" names no file");
    }

    @Test
    void the_ids_of_mappings_are_the_same_in_every_run() throws IOException {
      write("mappings/a.json", NO_ACCOUNTS);

      var first = world.stubs().load(folder);
      var other = beeper.worlds().open(NewWorld.named("other"));

      assertThat(other.stubs().load(folder)).isEqualTo(first);
      assertThat(world.stubs().load(folder)).isEqualTo(first);
      assertThat(world.stubs().list()).hasSize(1);
    }

    static Stream<Arguments> mistakes() {
      return Stream.of(
          Arguments.of(
              """
              {
                "request": {
                  "url" }
              }""",
              "broken.json:3",
              "not well-formed"),
          Arguments.of(
              """
              {
                "request": {
                  "uri": "/v1/accounts"
                }
              }""",
              "broken.json:3",
              "Unrecognized field \"uri\""),
          Arguments.of(
              """
              {
                "request": {"url": "/v1/acounts"},
                "response": {}
              }""",
              "broken.json:2",
              "No operation"),
          Arguments.of(
              """
              {"mappings": [{
                "request": {"url": "/v1/accounts"},
                "response": {
                  "status": 299
                }
              }]}""",
              "broken.json:4",
              "STATUS"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("mistakes")
    void a_broken_file_stops_the_start_with_its_line(String text, String place, String what)
        throws IOException {
      write("mappings/broken.json", text);

      assertThatThrownBy(this::withStubs)
          .isInstanceOfSatisfying(
              StartException.class,
              e -> assertThat(e.reason()).isEqualTo(StartException.Reason.STUBS_INVALID))
          .hasMessageContaining(place)
          .hasMessageContaining(what);
    }

    @Test
    void a_folder_without_mappings_or_no_folder_is_refused() {
      assertThatThrownBy(this::withStubs).hasMessageContaining("There is no stub mapping in it");
      assertThatThrownBy(() -> world.stubs().load(folder.resolve("nowhere")))
          .hasMessageContaining("There is no such file or folder");
    }

    @Test
    void a_mapping_that_was_copied_with_its_id_is_refused() throws IOException {
      var copied = NO_ACCOUNTS.replaceFirst("\\{", "{\"id\": \"%s\", ".formatted(ID));
      write("mappings/a.json", copied);
      write("mappings/b.json", copied);

      assertThatThrownBy(() -> world.stubs().load(folder))
          .hasMessageContaining("b.json:1:1: The id %s is there twice".formatted(ID))
          .hasMessageContaining("a.json");
    }

    @Test
    void nothing_of_a_folder_with_a_mistake_is_taken() throws IOException {
      write("mappings/a.json", NO_ACCOUNTS);
      write("mappings/b.json", "{");

      assertThatThrownBy(() -> world.stubs().load(folder)).hasMessageContaining("b.json:1");

      assertThat(world.stubs().list()).isEmpty();
    }
  }
}
