package dev.fakebeeper.control.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which fault takes which call. */
class FaultPlanTest {
  private static final Contract CONTRACT = Contract.bundled();

  private final FakeWorld world =
      new FakeWorlds(new Worlds(), WorldRules.defaults()).open(NewWorld.named("faulty"));
  private final Faults faults = world.faults();

  private static FaultCall call(String method, String target, String body) {
    var parts = target.split("\\?", 2);
    var request =
        new ApiRequest(
            method,
            parts[0],
            parts.length == 2 ? parts[1] : null,
            HttpHeaders.of(Map.of("Content-Type", List.of("application/json"))),
            body.getBytes(StandardCharsets.UTF_8),
            List.of());
    var found = (Routing.Found) CONTRACT.route(method, parts[0]);
    var checked = CONTRACT.checkRequest(found.operation(), found.pathParameters(), request);
    assertThat(checked.violations()).isEmpty();
    return new FaultCall(found.operation(), found.pathParameters(), checked);
  }

  private static FaultCall get(String target) {
    return call("GET", target, "");
  }

  private boolean strikes(FaultCall call) {
    return faults.take(call).isPresent();
  }

  /** Which of the first calls are struck. */
  private List<Integer> struck(int calls, FaultCall call) {
    return IntStream.rangeClosed(1, calls).filter(number -> strikes(call)).boxed().toList();
  }

  private static String path(String id) {
    return id.replace("!", "%21").replace(":", "%3A");
  }

  @Test
  void the_number_of_the_call_decides() {
    faults.plan(Fault.on("getAccounts").nth(2).error(500));
    faults.plan(Fault.on("listChats").first(2).error(500));
    faults.plan(Fault.on("listLabels").every(3).error(500));
    faults.plan(Fault.on("getSpec").after(2).error(500));

    assertThat(struck(6, get("/v1/accounts"))).containsExactly(2);
    assertThat(struck(6, get("/v1/chats"))).containsExactly(1, 2);
    assertThat(struck(6, get("/v1/labels"))).containsExactly(3, 6);
    assertThat(struck(5, get("/v1/spec"))).containsExactly(3, 4, 5);
    assertThat(struck(3, get("/v1/info"))).isEmpty();
  }

  @Test
  void every_fault_counts_a_call_and_the_first_that_would_strike_takes_it() {
    var one = faults.plan(Fault.on("getAccounts").nth(1).error(500));
    var two = faults.plan(Fault.on("getAccounts").first(2).error(502));
    var three = faults.plan(Fault.on("getAccounts").nth(1).error(503).named("shadowed"));
    var call = get("/v1/accounts");

    assertThat(faults.take(call).map(TakenFault::name)).hasValue(one.name());
    assertThat(faults.take(call).map(TakenFault::name)).hasValue(two.name());
    assertThat(faults.take(call)).isEmpty();
    assertThat(List.of(one.fired(), two.fired(), three.fired())).containsExactly(1L, 1L, 0L);
    assertThat(List.of(one.matched(), two.matched(), three.matched())).containsOnly(3L);
    assertThat(faults.neverFired()).extracting(PlannedFault::name).containsExactly("shadowed");
    assertThat(three.remaining()).isEqualTo(OptionalLong.of(0));
  }

  @Test
  void groups_have_the_operations_that_their_names_promise() {
    var chat = world.others().openChat(world.accountIds().get(0), "@zoe:beeper.local", "Zoe");
    var list = "/v1/chats/" + path(chat) + "/messages";
    var send = call("POST", list, "{\"text\":\"hi\"}");
    var start =
        "{\"accountID\":\"%s\",\"user\":{\"id\":\"@zoe:beeper.local\"}%s}"
            .formatted(world.accountIds().get(0), "%s");
    var talk = call("POST", "/v1/chats/start", start.formatted(",\"messageText\":\"hi\""));
    var open = call("POST", "/v1/chats/start", start.formatted(""));
    var upload = call("POST", "/v1/assets/upload/base64", "{\"content\":\"aGk=\"}");

    assertThat(List.of(send, talk, open)).map(Group.SENDS::has).containsExactly(true, true, false);
    assertThat(List.of(send, open, upload)).allMatch(Group.WRITES::has);
    assertThat(List.of(get(list), get("/v1/accounts"))).allMatch(Group.READS::has);
    assertThat(List.of(send, get("/v1/info"))).noneMatch(Group.READS::has);
    assertThat(List.of(upload, send)).map(Group.UPLOADS::has).containsExactly(true, false);
    assertThat(List.of(get("/v1/info"), send)).allMatch(Group.ALL::has);
  }

  @Test
  void a_tag_means_its_operations() {
    faults.plan(Fault.onTag("Accounts").error(500));

    assertThat(strikes(get("/v1/accounts"))).isTrue();
    assertThat(strikes(get("/v1/chats"))).isFalse();
  }

  @Test
  void a_chat_is_found_by_either_id_in_path_query_and_body() {
    var chat = world.others().openChat(world.accountIds().get(0), "@zoe:beeper.local", "Zoe");
    var state = world.snapshot();
    faults.plan(Fault.on(Group.ALL).inChat(chat).error(500));

    assertThat(strikes(get("/v1/chats/" + path(chat)))).isTrue();
    assertThat(strikes(get("/v1/messages/search?query=x&chatIDs=" + path(chat)))).isTrue();
    assertThat(strikes(call("POST", "/v1/focus", "{\"chatID\":\"" + chat + "\"}"))).isTrue();
    assertThat(strikes(get("/v1/chats/other"))).isFalse();
    assertThat(strikes(get("/v1/chats"))).isFalse();
    assertThat(state).isNotNull();
  }

  @Test
  void an_account_is_found_by_name_and_behind_its_chats() {
    var account = world.accountIds().get(0);
    var chat = world.others().openChat(account, "@zoe:beeper.local", "Zoe");
    faults.plan(Fault.on(Group.ALL).onAccount(account).error(500));

    assertThat(strikes(get("/v1/accounts/" + account))).isTrue();
    assertThat(strikes(get("/v1/chats?accountIDs=" + account))).isTrue();
    assertThat(strikes(get("/v1/chats/" + path(chat) + "/messages"))).isTrue();
    assertThat(strikes(get("/v1/accounts/" + world.accountIds().get(1)))).isFalse();
  }

  @Test
  void a_window_counts_only_the_calls_in_it() {
    var planned =
        faults.plan(
            Fault.on("getAccounts")
                .during(Duration.ofSeconds(10), Duration.ofSeconds(20))
                .every(2)
                .error(500));
    var call = get("/v1/accounts");

    assertThat(struck(3, call)).isEmpty();
    world.advance(Duration.ofSeconds(10));
    assertThat(struck(4, call)).containsExactly(2, 4);
    world.advance(Duration.ofSeconds(10));
    assertThat(struck(3, call)).isEmpty();
    assertThat(planned.matched()).isEqualTo(4);
  }

  @Test
  void a_window_can_be_given_by_instants() {
    var from = world.now().plusSeconds(1);
    faults.plan(Fault.on("getAccounts").during(from, from.plusSeconds(1)).error(500));

    assertThat(strikes(get("/v1/accounts"))).isFalse();
    world.advance(Duration.ofSeconds(1));
    assertThat(strikes(get("/v1/accounts"))).isTrue();
  }

  @Test
  void chance_is_the_same_in_the_same_world_and_about_as_often_as_wanted() {
    var fault = Fault.on("getAccounts").probability(0.3).error(500).named("dice");
    faults.plan(fault);
    var call = get("/v1/accounts");
    var struck = struck(1_000, call);

    var again = world.fork("again");
    again.faults().clear();
    again.faults().plan(fault);
    var struckAgain =
        IntStream.rangeClosed(1, 1_000)
            .filter(number -> again.faults().take(call).isPresent())
            .boxed()
            .toList();

    assertThat(struckAgain).isEqualTo(struck);
    assertThat(struck.size()).isBetween(250, 350);
  }

  @Test
  void an_unknown_operation_is_refused_with_the_nearest_name() {
    assertThatThrownBy(() -> faults.plan(Fault.on("sendMesage").error(500)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the contract has no operation \"sendMesage\". Did you mean \"sendMessage\"?");
    assertThatThrownBy(() -> faults.plan(Fault.onTag("Chat").error(500)))
        .hasMessageContaining("Did you mean \"Chats\"?");
  }

  @Test
  void a_name_that_is_taken_is_refused_and_names_are_given() {
    faults.plan(Fault.on("getAccounts").error(500).named("fault-1"));

    assertThat(faults.plan(Fault.on("getAccounts").error(500)).name()).isEqualTo("fault-2");
    assertThatThrownBy(() -> faults.plan(Fault.on("getInfo").error(500).named("fault-1")))
        .hasMessageContaining("a fault named \"fault-1\" is planned already");
  }

  @Test
  void a_removed_fault_strikes_no_more() {
    var planned = faults.plan(Fault.on("getAccounts").error(500));
    assertThat(strikes(get("/v1/accounts"))).isTrue();

    planned.remove();
    planned.remove();

    assertThat(strikes(get("/v1/accounts"))).isFalse();
    assertThat(planned.isPlanned()).isFalse();
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void snapshot_restore_fork_and_reset_carry_the_plan_with_its_counts() {
    var call = get("/v1/accounts");
    var planned = faults.plan(Fault.on("getAccounts").nth(2).error(500));
    assertThat(strikes(call)).isFalse();
    var before = world.snapshot();
    assertThat(strikes(call)).isTrue();

    world.restore(before);
    assertThat(planned.matched()).isEqualTo(1);
    assertThat(world.snapshot()).isEqualTo(before);
    var fork = world.fork("fork");
    assertThat(strikes(call)).isTrue();
    assertThat(fork.faults().take(call)).isPresent();
    fork.reset();
    assertThat(fork.faults().list()).hasSize(1);
    world.reset();
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void wrong_values_are_refused_with_the_rule() {
    assertThatThrownBy(() -> Fault.on("getInfo").nth(0)).hasMessage("nth (0) must be 1 or more");
    assertThatThrownBy(() -> Fault.on("getInfo").probability(0))
        .hasMessageContaining("must be above 0 and at most 1");
    assertThatThrownBy(() -> Fault.on("getInfo").error(200))
        .hasMessage("status (200) must be from 400 to 599");
    assertThatThrownBy(() -> Fault.on("getInfo").delay(Duration.ZERO))
        .hasMessage("span (PT0S) must be positive");
    assertThatThrownBy(() -> Fault.on("getInfo").delay(Duration.ofSeconds(Long.MAX_VALUE)))
        .hasMessageEndingWith(
            " must be PT87660000H (10,000 years) at most: the clock of a world ends with the year 9999");
    assertThatThrownBy(() -> RateLimit.lasting(Duration.ofDays(3_652_501)))
        .hasMessageStartingWith("lasting (PT87660024H) must be ");
    assertThatThrownBy(() -> Fault.on("getInfo").during(Duration.ZERO, Duration.ofDays(3_652_501)))
        .hasMessageStartingWith("span (PT87660024H) must be ");
    assertThatThrownBy(
            () -> RateLimit.once().telling(RetryAfter.Form.DATE, Duration.ofDays(3_652_501)))
        .hasMessageStartingWith("span (PT87660024H) must be ");
    assertThatThrownBy(() -> Fault.on("getInfo").header("Content-Length", "5"))
        .hasMessageContaining("follows from the body");
    assertThatThrownBy(
            () -> Fault.on("getInfo").during(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .hasMessage("window (PT2S to PT1S) must end after it begins");
    assertThatThrownBy(() -> Fault.on("getInfo").error(500).named("a b"))
        .hasMessageContaining("must be 1 to 100 letters");
  }
}
