package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.contract.Coverable.Dimension;
import dev.fakebeeper.contract.JsonEdit;
import dev.fakebeeper.contract.Variation;
import dev.fakebeeper.control.faults.Fault;
import dev.fakebeeper.control.faults.FaultEffect;
import dev.fakebeeper.control.faults.Group;
import dev.fakebeeper.control.faults.Point;
import dev.fakebeeper.control.faults.RateLimit;
import dev.fakebeeper.control.faults.RawAnswer;
import dev.fakebeeper.control.faults.RetryAfter;
import dev.fakebeeper.control.faults.VendorError;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.journal.Exchange;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.control.journal.Sent;
import dev.fakebeeper.live.RawCall.End;
import dev.fakebeeper.live.RawCall.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which bytes each effect sends, and how the connection ends. */
@Timeout(60)
class FaultsOnTheWireTest {
  private static final String ACCOUNTS = "/v1/accounts";

  private FakeBeeper beeper;

  @BeforeEach
  void start() {
    beeper = FakeBeeper.start();
  }

  @AfterEach
  void stop() {
    beeper.close();
  }

  private void plan(Fault fault) {
    beeper.world().faults().plan(fault);
  }

  private Reply get(String path) throws IOException {
    try (var call = RawCall.get(beeper, path)) {
      return call.reply();
    }
  }

  private Reply send(String text) throws IOException {
    try (var call = RawCall.post(beeper, Api.messages(chatId()), "{\"text\":\"" + text + "\"}")) {
      return call.reply();
    }
  }

  private String chatId() {
    return new Api(beeper, beeper.token()).get("/v1/chats").json().at("/items/0/id").asText();
  }

  private Exchange last() {
    var exchanges = beeper.world().journal().exchanges();
    return exchanges.get(exchanges.size() - 1);
  }

  private long stored(String text) {
    var path = "/v1/messages/search?query=" + text;
    return new Api(beeper, beeper.token()).get(path).json().path("items").size();
  }

  @Test
  void an_error_is_the_vendors_envelope_and_keeps_the_contract() throws Exception {
    plan(Fault.on("getAccounts").error(502).named("bridge"));

    var reply = get(ACCOUNTS);

    assertThat(reply.status()).isEqualTo(502);
    assertThat(reply.body())
        .isEqualTo("{\"message\":\"The network or bridge failed\",\"code\":\"UPSTREAM_ERROR\"}");
    assertThat(reply.header("Content-Type")).hasValue("application/json");
    assertThat(reply.header("X-Beeper-Desktop-Version")).isPresent();
    assertThat(reply.header("X-Fake-Beeper-Diagnosis"))
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .startsWith("[FB-FAULT-PLANNED] getAccounts: the planned fault \"bridge\"")
                    .doesNotContain("Outside the contract"));
    assertThat(last().origin()).isEqualTo(Origin.FAULT);
    assertThat(last().fault()).isEqualTo("bridge");
    assertThat(last().diagnosis().code()).isEqualTo(DiagnosisCode.FAULT_PLANNED);
    assertThat(last().violations()).isEmpty();
  }

  @Test
  void an_error_has_the_words_details_and_headers_of_the_test() throws Exception {
    var details = JsonNodeFactory.instance.objectNode().put("bridge", "down");
    plan(
        Fault.on("getAccounts")
            .error(
                VendorError.of(500)
                    .code("BRIDGE")
                    .message("The bridge is down")
                    .details(details)
                    .header("x-should-retry", "false")
                    .retryAfter(Duration.ofMillis(1_500))));

    var reply = get(ACCOUNTS);

    assertThat(reply.body())
        .isEqualTo(
            "{\"message\":\"The bridge is down\",\"code\":\"BRIDGE\",\"details\":{\"bridge\":\"down\"}}");
    assertThat(reply.header("x-should-retry")).hasValue("false");
    assertThat(reply.header("Retry-After")).hasValue("2");
  }

  @Test
  void an_error_that_the_contract_does_not_declare_says_so() throws Exception {
    plan(Fault.on("getInfo").error(503));

    var reply = get("/v1/info");

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("X-Fake-Beeper-Diagnosis"))
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .contains("Outside the contract, on purpose: STATUS")
                    .contains("got 503.")
                    .doesNotContain("Correct"));
  }

  @Test
  void an_oauth_operation_fails_in_the_words_of_oauth() throws Exception {
    plan(Fault.onTag("OAuth").error(400));

    var request = "{\"grant_type\":\"authorization_code\",\"code\":\"c\",\"code_verifier\":\"v\"}";
    try (var call = RawCall.post(beeper, "/oauth/token", request)) {
      assertThat(call.reply().body())
          .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"Invalid request\"}");
    }
  }

  @Test
  void an_error_after_the_commit_hides_what_was_done() throws Exception {
    plan(Fault.on("sendMessage").first(1).errorAfterCommit(500));

    var failed = send("turnips");
    var again = send("turnips");

    assertThat(failed.status()).isEqualTo(500);
    assertThat(again.status()).isEqualTo(200);
    assertThat(stored("turnips")).isEqualTo(2);
  }

  @Test
  void an_error_before_the_commit_leaves_the_world_alone() throws Exception {
    plan(Fault.on(Group.SENDS).first(1).error(500));

    assertThat(send("turnips").status()).isEqualTo(500);
    assertThat(stored("turnips")).isZero();
  }

  @Test
  void a_rate_limit_refuses_everything_for_its_time_and_then_counts_anew() throws Exception {
    var limit = RateLimit.lasting(Duration.ofSeconds(10)).telling(RetryAfter.Form.SECONDS);
    plan(Fault.on(Group.READS).after(2).rateLimit(limit));

    assertThat(get(ACCOUNTS).status()).isEqualTo(200);
    assertThat(get(ACCOUNTS).status()).isEqualTo(200);
    assertThat(get(ACCOUNTS).header("Retry-After")).hasValue("10");
    beeper.world().advance(Duration.ofMillis(9_500));
    var late = get(ACCOUNTS);
    assertThat(late.status()).isEqualTo(429);
    assertThat(late.header("Retry-After")).hasValue("1");
    assertThat(late.body())
        .isEqualTo("{\"message\":\"Too many requests\",\"code\":\"RATE_LIMITED\"}");
    beeper.world().advance(Duration.ofMillis(500));
    assertThat(get(ACCOUNTS).status()).isEqualTo(200);
    assertThat(get(ACCOUNTS).status()).isEqualTo(200);
    assertThat(get(ACCOUNTS).status()).isEqualTo(429);
  }

  @Test
  void a_rate_limit_tells_the_time_in_the_form_that_is_wanted_or_not_at_all() throws Exception {
    var wait = Duration.ofSeconds(90);
    plan(Fault.on("getAccounts").nth(1).rateLimit());
    plan(
        Fault.on("getAccounts")
            .nth(2)
            .rateLimit(RateLimit.once().telling(RetryAfter.Form.DATE, wait)));
    plan(
        Fault.on("getAccounts")
            .nth(3)
            .rateLimit(RateLimit.once().telling(RetryAfter.Form.MILLISECONDS, wait)));

    assertThat(get(ACCOUNTS).head()).contains(" 429 ").doesNotContainIgnoringCase("retry-after");
    assertThat(get(ACCOUNTS).header("Retry-After")).hasValue("Mon, 15 Jun 2026 09:31:30 GMT");
    assertThat(get(ACCOUNTS).header("retry-after-ms")).hasValue("90000");
  }

  @Test
  void a_reset_before_the_commit_sends_no_byte_and_does_nothing() throws Exception {
    plan(Fault.on("sendMessage").resetBeforeCommit().named("rst"));

    var reply = send("turnips");

    assertThat(reply.text()).isEmpty();
    assertThat(reply.end()).isEqualTo(End.RESET);
    assertThat(last().fault()).isEqualTo("rst");
    assertThat(last().origin()).isEqualTo(Origin.FAULT);
    assertThat(last().response().status()).isZero();
    assertThat(stored("turnips")).isZero();
  }

  @Test
  void a_reset_after_the_commit_sends_no_byte_although_it_is_done() throws Exception {
    plan(Fault.on("sendMessage").resetAfterCommit().named("rst"));

    var reply = send("turnips");

    assertThat(reply.text()).isEmpty();
    assertThat(reply.end()).isEqualTo(End.RESET);
    assertThat(last().fault()).isEqualTo("rst");
    assertThat(last().origin()).isEqualTo(Origin.FAKE);
    assertThat(last().response().status()).isEqualTo(200);
    assertThat(last().sent()).isEqualTo(Sent.NOTHING);
    assertThat(stored("turnips")).isEqualTo(1);
    assertThat(last().sent()).isEqualTo(Sent.WHOLE);
  }

  @Test
  void an_empty_reply_is_the_end_of_the_connection_and_nothing_else() throws Exception {
    plan(Fault.on("getAccounts").emptyReply());

    var reply = get(ACCOUNTS);

    assertThat(reply.text()).isEmpty();
    assertThat(reply.end()).isEqualTo(End.FIN);
  }

  @Test
  void an_empty_reply_after_the_commit_hides_what_was_done() throws Exception {
    plan(Fault.on("sendMessage").emptyReplyAfterCommit());

    var reply = send("turnips");

    assertThat(reply.text()).isEmpty();
    assertThat(reply.end()).isEqualTo(End.FIN);
    assertThat(stored("turnips")).isEqualTo(1);
  }

  @Test
  void a_truncated_body_is_half_of_what_was_announced() throws Exception {
    var whole = get(ACCOUNTS);
    plan(Fault.on("getAccounts").truncate());

    var reply = get(ACCOUNTS);

    var length = whole.body().length();
    assertThat(reply.header("Content-Length")).hasValue(String.valueOf(length));
    assertThat(reply.body()).isEqualTo(whole.body().substring(0, length / 2));
    assertThat(reply.end()).isEqualTo(End.FIN);
    assertThat(last().sent()).isEqualTo(Sent.SPOILED);
  }

  @Test
  void a_malformed_body_is_all_that_was_announced_and_no_json() throws Exception {
    var whole = get(ACCOUNTS);
    plan(Fault.on("getAccounts").malform());

    var reply = get(ACCOUNTS);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).hasValue("application/json");
    assertThat(reply.header("Content-Length")).hasValue(String.valueOf(reply.body().length()));
    assertThat(whole.body()).startsWith(reply.body());
    Assertions.assertThatThrownBy(() -> new ObjectMapper().readTree(reply.body()))
        .isInstanceOf(JsonProcessingException.class);
    assertThat(last().violations()).isEmpty();
  }

  @Test
  void answers_that_do_not_arrive_are_not_covered() throws Exception {
    try (var counted =
        FakeBeeper.start(FakeBeeperConfig.forTests().toBuilder().coverage().build())) {
      counted.world().faults().plan(Fault.on("getAccounts").nth(1).resetAfterCommit());
      counted.world().faults().plan(Fault.on("getAccounts").nth(2).truncate());
      var report = counted.worlds().coverage();

      for (int call = 0; call < 2; call++) {
        RawCall.get(counted, ACCOUNTS).reply();
      }
      assertThat(report.report().calls()).isEqualTo(2);
      assertThat(report.report().score(Dimension.OPERATIONS).covered()).isEqualTo(1);
      assertThat(report.report().score(Dimension.STATUSES).covered()).isZero();

      RawCall.get(counted, ACCOUNTS).reply();
      assertThat(report.report().score(Dimension.STATUSES).covered()).isEqualTo(1);
    }
  }

  @Test
  void an_endless_body_goes_on_in_chunks_until_its_bound() throws Exception {
    var whole = get(ACCOUNTS);
    plan(Fault.on("getAccounts").with(new FaultEffect.Endless(200_000)));

    Reply reply;
    try (var call = RawCall.getKeptAlive(beeper, ACCOUNTS)) {
      reply = call.reply();
    }

    assertThat(reply.header("Transfer-Encoding")).hasValue("chunked");
    assertThat(reply.header("Content-Length")).isEmpty();
    assertThat(reply.body()).contains(whole.body().substring(0, 1_000));
    assertThat(reply.body().chars().filter(c -> c == ' ').count())
        .isEqualTo(
            200_000
                - (whole.body().length() - 1)
                + whole.body().chars().filter(c -> c == ' ').count());
    assertThat(reply.body()).doesNotEndWith("0\r\n\r\n");
    assertThat(reply.end()).isEqualTo(End.FIN);
  }

  @Test
  void an_endless_body_ends_when_its_fault_is_removed() throws Exception {
    var planned =
        beeper
            .world()
            .faults()
            .plan(Fault.on("getAccounts").with(new FaultEffect.Endless(1L << 40)));

    try (var call = RawCall.get(beeper, ACCOUNTS)) {
      call.readHead();
      call.read(100_000);
      planned.remove();

      assertThat(call.reply().body()).doesNotEndWith("0\r\n\r\n");
    }
  }

  @Test
  void a_dripping_body_comes_piece_by_piece_as_the_clock_moves() throws Exception {
    var whole = get(ACCOUNTS);
    plan(Fault.on("getAccounts").drip(100, Duration.ofSeconds(1)).named("slow"));

    try (var call = RawCall.get(beeper, ACCOUNTS)) {
      call.readHead();
      assertThat(call.read(100)).isEqualTo(whole.body().substring(0, 100));
      beeper.world().faults().awaitHeld(1, Duration.ofSeconds(10));
      assertThat(beeper.world().due().get(0).what())
          .contains("slow holds the answer to getAccounts");
      beeper.world().advance(Duration.ofSeconds(1));
      assertThat(call.read(100)).isEqualTo(whole.body().substring(100, 200));
      beeper.world().advance(Duration.ofMinutes(10));

      var reply = call.reply();
      assertThat(reply.body()).isEqualTo(whole.body());
      assertThat(reply.header("Content-Length")).hasValue(String.valueOf(whole.body().length()));
    }
  }

  @Test
  void a_wrong_content_type_comes_with_the_right_body() throws Exception {
    var whole = get(ACCOUNTS);
    plan(Fault.on("getAccounts").contentType("text/html"));

    var reply = get(ACCOUNTS);

    assertThat(reply.header("Content-Type")).hasValue("text/html");
    assertThat(reply.body()).isEqualTo(whole.body());
  }

  @Test
  void any_answer_can_come_as_if_something_else_had_the_port() throws Exception {
    var page = RawAnswer.of(200, "text/html", "<h1>Größe</h1>").header("Server", "nginx");
    plan(Fault.on("getInfo").answer(page));

    var reply = get("/v1/info");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).hasValue("text/html");
    assertThat(reply.header("Server")).hasValue("nginx");
    assertThat(reply.header("X-Beeper-Desktop-Version")).isEmpty();
    assertThat(reply.body()).isEqualTo("<h1>Größe</h1>");
    assertThat(last().origin()).isEqualTo(Origin.FAULT);
  }

  @Test
  void any_answer_can_hide_what_was_done() throws Exception {
    plan(Fault.on("sendMessage").answer(RawAnswer.of(204, "", "").afterCommit()));

    var reply = send("turnips");

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.body()).isEmpty();
    assertThat(stored("turnips")).isEqualTo(1);
  }

  @Test
  void headers_can_be_changed_added_and_removed() throws Exception {
    plan(Fault.on("getAccounts").nth(1).header("X-Beeper-Desktop-Version", "4.0.1"));
    plan(Fault.on("getAccounts").nth(2).header("x-should-retry", "true"));
    plan(Fault.on("getAccounts").nth(3).withoutHeader("x-beeper-desktop-version"));

    assertThat(get(ACCOUNTS).head().split("X-Beeper-Desktop-Version: ", -1))
        .hasSize(2)
        .satisfies(parts -> assertThat(parts[1]).startsWith("4.0.1\r\n"));
    assertThat(get(ACCOUNTS).header("x-should-retry")).hasValue("true");
    assertThat(get(ACCOUNTS).header("X-Beeper-Desktop-Version")).isEmpty();
  }

  @Test
  void a_legal_variation_keeps_the_contract_and_says_what_it_changed() throws Exception {
    plan(Fault.on("getAccounts").vary(Variation.EXTRA_MEMBERS));

    var reply = get(ACCOUNTS);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(last().fault()).isEqualTo("fault-1");
    assertThat(last().origin()).isEqualTo(Origin.FAKE);
    assertThat(last().diagnosis().text())
        .contains("varied the answer (EXTRA_MEMBERS)")
        .contains(" Changed: ")
        .doesNotContain("Outside the contract");
    assertThat(last().violations()).isEmpty();
  }

  @Test
  void a_breaking_variation_is_marked_and_blames_nobody() throws Exception {
    plan(Fault.on("getAccounts").vary(Variation.MEMBER_REMOVED));

    var reply = get(ACCOUNTS);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(last().diagnosis().text())
        .contains(" was removed")
        .contains("Outside the contract, on purpose.");
    assertThat(last().violations()).isEmpty();
  }

  @Test
  void an_answer_can_be_edited() throws Exception {
    plan(
        Fault.on("listChats")
            .rewrite(
                new JsonEdit.Set("/items/*/title", NullNode.getInstance()),
                new JsonEdit.Remove("/items/*/type")));

    var items = new ObjectMapper().readTree(get("/v1/chats").body()).path("items");

    assertThat(items)
        .isNotEmpty()
        .allSatisfy(
            chat -> {
              assertThat(chat.path("title").isNull()).isTrue();
              assertThat(chat.has("type")).isFalse();
            });
  }

  @Test
  void a_fault_on_an_answer_without_a_body_leaves_it_alone_and_says_so() throws Exception {
    plan(Fault.on("archiveChat").nth(1).malform());
    plan(Fault.on("archiveChat").nth(2).endless());
    plan(Fault.on("archiveChat").nth(3).truncate());
    var path = Api.chat(chatId()) + "/archive";

    assertThat(emptyAnswer(path)).contains("nothing to alter");
    assertThat(emptyAnswer(path)).contains("no body to spoil");
    assertThat(emptyAnswer(path)).contains("no body to spoil");
  }

  private String emptyAnswer(String path) throws IOException {
    try (var call = RawCall.post(beeper, path, "{}")) {
      assertThat(call.reply().status()).isEqualTo(204);
    }
    return last().diagnosis().text();
  }

  @Test
  void a_head_request_gets_the_head_of_a_spoiled_answer() throws Exception {
    plan(Fault.on("getAccounts").truncate());

    try (var call = RawCall.head(beeper, ACCOUNTS)) {
      var reply = call.reply();
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body()).isEmpty();
    }
  }

  @Test
  void calls_that_come_together_are_counted_one_by_one() throws Exception {
    var planned = beeper.world().faults().plan(Fault.on("getAccounts").every(4).error(502));
    var api = new Api(beeper, beeper.token());

    var failed =
        IntStream.range(0, 200)
            .parallel()
            .map(number -> api.get(ACCOUNTS).status())
            .filter(status -> status == 502)
            .count();

    assertThat(failed).isEqualTo(50);
    assertThat(planned.matched()).isEqualTo(200);
    assertThat(planned.fired()).isEqualTo(50);
  }

  @Test
  void a_connection_serves_on_after_an_answer_that_a_fault_made() throws Exception {
    plan(Fault.on("getAccounts").first(1).error(502));

    var api = new Api(beeper, beeper.token());

    assertThat(api.get(ACCOUNTS).status()).isEqualTo(502);
    assertThat(api.get(ACCOUNTS).status()).isEqualTo(200);
  }

  @Test
  void a_hanging_answer_ends_when_its_fault_is_removed() throws Exception {
    var planned = beeper.world().faults().plan(Fault.on("getAccounts").hang());

    try (var call = RawCall.get(beeper, ACCOUNTS)) {
      beeper.world().faults().awaitHeld(1, Duration.ofSeconds(10));
      assertThat(last().fault()).isEqualTo("fault-1");
      planned.remove();

      var reply = call.reply();
      assertThat(reply.text()).isEmpty();
      assertThat(reply.end()).isEqualTo(End.FIN);
    }
  }

  @Test
  void an_answer_can_hang_although_it_is_done() throws Exception {
    beeper
        .world()
        .faults()
        .plan(Fault.on("sendMessage").with(new FaultEffect.Hang(Point.AFTER_COMMIT)));

    try (var call = RawCall.post(beeper, Api.messages(chatId()), "{\"text\":\"turnips\"}")) {
      beeper.world().faults().awaitHeld(1, Duration.ofSeconds(10));
      assertThat(stored("turnips")).isEqualTo(1);
      beeper.world().faults().clear();
      assertThat(call.reply().text()).isEmpty();
    }
  }
}
