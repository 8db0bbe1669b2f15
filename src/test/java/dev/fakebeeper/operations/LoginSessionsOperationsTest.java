package dev.fakebeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.control.bridges.BundledBridges;
import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.Bridge;
import dev.fakebeeper.world.LoginFlow;
import dev.fakebeeper.world.LoginPlan;
import dev.fakebeeper.world.LoginPlay;
import dev.fakebeeper.world.LoginStep;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LoginSessionsOperationsTest {
  private static final String TELEGRAM = "/v1/bridges/telegram/login-sessions";
  private static final String WHATSAPP = "/v1/bridges/local-whatsapp/login-sessions";

  private final TestWorld world = BridgedWorld.withLogins();
  private FakeApi api = new FakeApi(world);

  static Stream<Arguments> flows() {
    return BundledBridges.all().stream()
        .flatMap(bridge -> bridge.flows().stream().map(flow -> named(bridge, flow)));
  }

  private static Arguments named(Bridge bridge, LoginFlow flow) {
    return Arguments.of(Named.of(bridge.id(), bridge), Named.of(flow.id(), flow));
  }

  /** What any client does that follows the steps; every condition holds, so all are asked. */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("flows")
  void every_bundled_wizard_leads_to_a_connected_account(Bridge bridge, LoginFlow flow) {
    plan(plan -> plan.withConditions(Set.of("two_factor", "captcha")));
    var path = "/v1/bridges/" + bridge.id() + "/login-sessions";
    var session = api.post(path, "{\"flowID\": \"" + flow.id() + "\"}");
    var id = session.at("/loginSessionID").asText();

    for (var step : flow.steps()) {
      assertThat(session.at("/currentStep/stepID").asText()).isEqualTo(step.id());
      session = api.post(path + "/" + id + "/steps/" + step.id(), rightAnswer(step));
      if (step instanceof LoginStep.DisplayAndWait wait) {
        assertThat(session.at("/status").asText()).isEqualTo("waiting_for_display");
        world.world().advance(wait.actsAfter());
        session = api.get(path + "/" + id);
      }
    }

    assertThat(session.at("/status").asText()).isEqualTo("complete");
    assertThat(session.at("/currentStep").isMissingNode()).isTrue();
    var account = session.at("/account/accountID").asText();
    assertThat(session.at("/login/accountIDs/0").asText()).isEqualTo(account);
    assertThat(session.at("/account/status").asText()).isEqualTo("connecting");
    world.world().advance(Duration.ofMinutes(2));
    assertThat(api.get("/v1/accounts/" + account).at("/status").asText()).isEqualTo("connected");
    assertThat(api.get("/v1/chats?accountIDs=" + account).at("/items")).isNotEmpty();
    assertThat(api.get(path + "/" + id).at("/account/status").asText()).isEqualTo("connected");
  }

  private static String rightAnswer(LoginStep step) {
    var answer = JsonNodeFactory.instance.objectNode();
    if (step instanceof LoginStep.DisplayAndWait) {
      return answer.put("type", "display_and_wait").toString();
    }
    answer.put("type", step instanceof LoginStep.UserInput ? "user_input" : "cookies");
    var values = answer.putObject("fields");
    step.fields()
        .forEach(field -> values.put(field.id(), value(field.id(), field.check().pattern())));
    return answer.toString();
  }

  private static String value(String id, String pattern) {
    return Stream.of(
            "+15550142099",
            "123456",
            "12345",
            "juno@example.org",
            "xoxd-1",
            "xoxc-1",
            "xoxp-1",
            "1234")
        .filter(value -> pattern == null || value.matches(pattern))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no value for " + id));
  }

  @Test
  void a_session_without_a_body_takes_the_default_flow_and_shows_its_step() {
    var session = api.post(WHATSAPP, "");

    assertThat(session.at("/bridgeID").asText()).isEqualTo("local-whatsapp");
    assertThat(session.at("/status").asText()).isEqualTo("waiting_for_display");
    assertThat(session.at("/currentStep/display/type").asText()).isEqualTo("qr");
    assertThat(session.at("/currentStep/display/data").asText()).startsWith("2@");
    assertThat(session.at("/account").isMissingNode()).isTrue();
  }

  @Test
  void a_qr_code_is_another_one_after_twenty_seconds() {
    var session = api.post(WHATSAPP, "");
    var path = WHATSAPP + "/" + session.at("/loginSessionID").asText();
    world
        .world()
        .run(
            tx ->
                LoginPlay.change(
                    tx,
                    session.at("/loginSessionID").asText(),
                    plan -> plan.withOtherSide(LoginPlan.OtherSide.WAITS)));

    world.world().advance(Duration.ofSeconds(20));

    var later = api.get(path);
    assertThat(later.at("/currentStep/display/data").asText())
        .isNotEqualTo(session.at("/currentStep/display/data").asText());
    world.world().advance(Duration.ofMinutes(3));
    assertThat(api.get(path).at("/status").asText()).isEqualTo("failed");
    assertThat(api.get(path).at("/error/code").asText()).isEqualTo("expired");
    world.world().advance(Duration.ofHours(1));
    assertThat(api.get(path).status()).isEqualTo(404);
  }

  @Test
  void a_wrong_code_is_refused_and_the_third_one_ends_it() {
    var path = atCode();
    var wrong = "{\"type\": \"user_input\", \"fields\": {\"code\": \"00000\"}}";

    var first = api.post(path + "/steps/code", wrong);

    assertThat(first.status()).isEqualTo(422);
    assertThat(first.at("/message").asText()).isEqualTo("The code is wrong");
    assertThat(api.get(path).at("/currentStep/stepID").asText()).isEqualTo("code");
    assertThat(api.get(path).at("/error").isMissingNode()).isTrue();
    api.post(path + "/steps/code", wrong);
    assertThat(api.post(path + "/steps/code", wrong).at("/status").asText()).isEqualTo("failed");
    assertThat(api.get(path).at("/error/code").asText()).isEqualTo("wrong_code");
    assertThat(api.post(path + "/steps/code", wrong).status()).isEqualTo(409);
  }

  @Test
  void a_wrong_code_is_asked_for_again_where_that_is_planned() {
    plan(plan -> plan.withOnWrong(LoginPlan.OnWrong.ASKED_AGAIN));
    var path = atCode();

    var again =
        api.post(
            path + "/steps/code", "{\"type\": \"user_input\", \"fields\": {\"code\": \"00000\"}}");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.at("/status").asText()).isEqualTo("waiting_for_input");
    assertThat(again.at("/currentStep/stepID").asText()).isEqualTo("code");
    assertThat(again.at("/error/message").asText()).isEqualTo("The code is wrong");
  }

  private String atCode() {
    var session = api.post(TELEGRAM, "{}");
    var path = TELEGRAM + "/" + session.at("/loginSessionID").asText();
    api.post(
        path + "/steps/phone",
        "{\"type\": \"user_input\", \"fields\": {\"phone\": \"+15550142000\"}}");
    return path;
  }

  @Test
  void a_cancelled_session_stays_cancelled_and_says_so_in_a_body() {
    var path = TELEGRAM + "/" + api.post(TELEGRAM, "{}").at("/loginSessionID").asText();

    for (var time : List.of("first", "second")) {
      var cancelled = api.delete(path);
      assertThat(cancelled.status()).as(time).isEqualTo(200);
      assertThat(cancelled.at("/status").asText()).isEqualTo("cancelled");
    }
    assertThat(api.get(path).at("/status").asText()).isEqualTo("cancelled");
  }

  @Test
  void a_session_belongs_to_its_bridge() {
    var id = api.post(TELEGRAM, "{}").at("/loginSessionID").asText();

    assertThat(api.get(WHATSAPP + "/" + id).status()).isEqualTo(404);
    assertThat(api.get("/v1/bridges/nothing/login-sessions/" + id).status()).isEqualTo(404);
    assertThat(api.delete(WHATSAPP + "/" + id).status()).isEqualTo(404);
    assertThat(api.post("/v1/bridges/nothing/login-sessions", "{}").status()).isEqualTo(404);
  }

  @Test
  void an_account_that_is_connected_again_is_named_from_the_beginning() {
    var session = api.post(WHATSAPP, "{\"accountID\": \"" + TestWorld.WHATSAPP + "\"}");

    assertThat(session.at("/accountID").asText()).isEqualTo(TestWorld.WHATSAPP);
    assertThat(session.at("/loginID").asText()).isEqualTo("ba_Rk7pQ2");
    assertThat(api.post(TELEGRAM, "{\"accountID\": \"" + TestWorld.WHATSAPP + "\"}").status())
        .isEqualTo(404);
  }

  @Test
  void a_build_that_cannot_show_a_code_tells_it_in_the_instructions() {
    var phone = "{\"type\": \"user_input\", \"fields\": {\"phone\": \"+15550142000\"}}";
    var newest = api.post(pairing() + "/steps/phone", phone);
    api = new FakeApi(world, ApiVersion.parse("4.3.0"), OperationsSettings.defaults());
    var older = api.post(pairing() + "/steps/phone", phone);

    assertThat(newest.at("/currentStep/display/type").asText()).isEqualTo("code");
    assertThat(newest.at("/currentStep/display/data").asText()).matches("[A-Z0-9]{4}-[A-Z0-9]{4}");
    assertThat(older.at("/currentStep/display/type").asText()).isEqualTo("nothing");
    assertThat(older.at("/currentStep/instructions").asText())
        .matches(".*Linked devices. [A-Z0-9]{4}-[A-Z0-9]{4}");
  }

  private String pairing() {
    return WHATSAPP
        + "/"
        + api.post(WHATSAPP, "{\"flowID\": \"phone\"}").at("/loginSessionID").asText();
  }

  private void plan(UnaryOperator<LoginPlan> change) {
    world
        .world()
        .run(
            tx ->
                tx.update(
                    state ->
                        state.withBridges(
                            state
                                .bridges()
                                .withPlans(
                                    state
                                        .bridges()
                                        .plans()
                                        .withStandard(change.apply(LoginPlan.usual()))))));
  }
}
