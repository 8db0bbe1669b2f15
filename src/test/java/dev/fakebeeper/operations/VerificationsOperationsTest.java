package dev.fakebeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.operations.FakeApi.Answer;
import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.AppState.Step;
import dev.fakebeeper.world.SetupPlay;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.Verification;
import dev.fakebeeper.world.Verification.Purpose;
import dev.fakebeeper.world.VerificationPlan;
import dev.fakebeeper.world.VerificationPlan.OtherDevice;
import dev.fakebeeper.world.VerificationPlay;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerificationsOperationsTest {
  private static final String ALL = "/v1/app/setup/verifications";

  private final TestWorld world = new TestWorld();
  private final FakeApi api = new FakeApi(world);

  @BeforeEach
  void needs_verification() {
    stand(Step.NEEDS_VERIFICATION);
  }

  @Test
  void an_empty_user_is_the_own_one() {
    var asked = api.post(ALL, "{\"purpose\":\"device\",\"userID\":\"\"}");

    assertThat(asked.at("/verification/otherUserID").asText()).isEqualTo("@owner:beeper.com");
  }

  @Test
  void both_sides_compare_emoji_and_the_device_is_trusted() {
    var asked = api.post(ALL, "{\"purpose\":\"login\"}");
    var id = id(asked);
    assertThat(asked.at("/verification/state").asText()).isEqualTo("requested");
    assertThat(asked.at("/verification/direction").asText()).isEqualTo("outgoing");
    assertThat(actions(asked)).isEqualTo("[\"cancel\"]");
    assertThat(asked.at("/session/verification")).isEqualTo(asked.at("/verification"));
    world.world().advance(Duration.ofSeconds(3));

    var ready = api.get(ALL + "/" + id);
    assertThat(ready.at("/verification/otherDevice/name").asText()).isEqualTo("Phone");
    assertThat(actions(ready)).isEqualTo("[\"sas.start\",\"cancel\"]");
    var shown = api.post(ALL + "/" + id + "/sas/start", "");
    assertThat(shown.at("/verification/sas/emojis").asText().codePointCount(0, 7)).isPositive();
    assertThat(shown.at("/verification/sas/decimals").asText()).matches("(\\d{4} ?){3}");
    var confirmed = api.post(ALL + "/" + id + "/sas/confirm", "");
    assertThat(confirmed.at("/verification/state").asText()).isEqualTo("sas_ready");
    assertThat(actions(confirmed)).isEqualTo("[\"cancel\"]");
    world.world().advance(Duration.ofSeconds(3));

    var done = api.get(ALL + "/" + id);
    assertThat(done.at("/verification/state").asText()).isEqualTo("done");
    assertThat(actions(done)).isEqualTo("[]");
    assertThat(done.at("/session/state").asText()).isEqualTo("needs-first-sync");
    assertThat(done.at("/session/verification").isMissingNode()).isTrue();
    assertThat(api.get(ALL).at("/items")).isEmpty();
    world.world().advance(Duration.ofHours(1));
    assertThat(api.get(ALL + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void the_other_device_may_say_first_that_the_emoji_are_the_same() {
    var id = id(api.post(ALL, ""));
    other(id, VerificationPlay::accept);
    api.post(ALL + "/" + id + "/sas/start", "");
    other(id, VerificationPlay::confirm);
    assertThat(actions(api.get(ALL + "/" + id))).isEqualTo("[\"sas.confirm\",\"cancel\"]");

    var done = api.post(ALL + "/" + id + "/sas/confirm", "");

    assertThat(done.at("/verification/state").asText()).isEqualTo("done");
  }

  @Test
  void the_other_device_scans_the_code_of_this_one() {
    var id = requested();
    var ready = api.post(ALL + "/" + id + "/accept", "");
    assertThat(ready.at("/verification/qr/data").asText()).startsWith("MATRIX-FAKE-");
    other(id, VerificationPlay::scan);
    assertThat(actions(api.get(ALL + "/" + id))).isEqualTo("[\"qr.confirmScanned\",\"cancel\"]");

    var done = api.post(ALL + "/" + id + "/qr/confirm-scanned", "");

    assertThat(done.at("/verification/state").asText()).isEqualTo("done");
    assertThat(done.at("/session/state").asText()).isEqualTo("needs-first-sync");
  }

  @Test
  void this_device_scans_the_code_of_the_other_one() {
    var id = requested();
    api.post(ALL + "/" + id + "/accept", "");
    var codes = world.state().setup().requireVerification(id).qr();
    assertThat(scan("MATRIX-FAKE-no").status()).isEqualTo(422);
    assertThat(scan(codes.here()).status()).isEqualTo(422);

    var scanned = scan(codes.there());
    assertThat(scanned.at("/verification/state").asText()).isEqualTo("qr_scanned");
    assertThat(actions(scanned)).isEqualTo("[\"cancel\"]");
    assertThat(scan(codes.there()).status()).isEqualTo(409);
    world.world().advance(Duration.ofSeconds(3));

    assertThat(api.get(ALL + "/" + id).at("/verification/state").asText()).isEqualTo("done");
  }

  private Answer scan(String data) {
    return api.post(ALL + "/qr/scan", "{\"data\":\"" + data + "\"}");
  }

  @Test
  void an_id_that_nothing_has_clashes_but_for_reading() {
    assertThat(api.get(ALL + "/nothing").status()).isEqualTo(404);
    for (var action : List.of("accept", "cancel", "qr/confirm-scanned", "sas/start")) {
      assertThat(api.post(ALL + "/nothing/" + action, "").status()).as(action).isEqualTo(409);
    }
  }

  @Test
  void the_client_cancels_in_its_own_words_or_without_any() {
    var quiet = requested();
    assertThat(api.post(ALL + "/" + quiet + "/cancel", "").at("/verification/error/code").asText())
        .isEqualTo("m.user");
    var id = requested();

    var cancelled =
        api.post(
            ALL + "/" + id + "/cancel", "{\"code\":\"m.mismatched_sas\",\"reason\":\"Differs\"}");

    assertThat(cancelled.at("/verification/state").asText()).isEqualTo("cancelled");
    assertThat(cancelled.at("/verification/error/code").asText()).isEqualTo("m.mismatched_sas");
    assertThat(cancelled.at("/verification/error/reason").asText()).isEqualTo("Differs");
    assertThat(cancelled.at("/session/state").asText()).isEqualTo("needs-verification");
  }

  @Test
  void nobody_finishes_in_time() {
    plan(plan -> plan.withOtherDevice(OtherDevice.WAITS));
    var id = id(api.post(ALL, ""));
    world.world().advance(Duration.ofMinutes(10));

    var late = api.get(ALL + "/" + id);

    assertThat(late.at("/verification/state").asText()).isEqualTo("cancelled");
    assertThat(late.at("/verification/error/code").asText()).isEqualTo("m.timeout");
  }

  @Test
  void the_other_device_does_what_is_planned() {
    plan(plan -> plan.withOtherDevice(OtherDevice.REFUSES));
    var refused = id(api.post(ALL, ""));
    world.world().advance(Duration.ofSeconds(3));
    assertThat(error(refused)).isEqualTo("m.user");

    plan(plan -> plan.withOtherDevice(OtherDevice.MISMATCHES));
    var differs = id(api.post(ALL, ""));
    world.world().advance(Duration.ofSeconds(3));
    api.post(ALL + "/" + differs + "/sas/start", "");
    world.world().advance(Duration.ofSeconds(3));
    assertThat(error(differs)).isEqualTo("m.mismatched_sas");
  }

  private String error(String id) {
    return api.get(ALL + "/" + id).at("/verification/error/code").asText();
  }

  @Test
  void keys_that_stay_away_are_fetched_with_the_recovery_key() {
    plan(plan -> plan.withSecrets(VerificationPlan.Secrets.STAY_AWAY));
    var id = requested();
    api.post(ALL + "/" + id + "/accept", "");
    other(id, VerificationPlay::scan);

    var done = api.post(ALL + "/" + id + "/qr/confirm-scanned", "");

    assertThat(done.at("/session/state").asText()).isEqualTo("needs-secrets");
    assertThat(done.at("/session/e2ee/verified").asBoolean()).isTrue();
    assertThat(done.at("/session/e2ee/secrets/masterKey").asBoolean()).isFalse();
  }

  @Test
  void a_device_of_somebody_else_changes_nothing_for_this_one() {
    assertThat(api.post(ALL, "{\"purpose\":\"login\",\"userID\":\"@ann:x\"}").status())
        .isEqualTo(422);
    var id = id(api.post(ALL, "{\"userID\":\"@ann:x\"}"));
    other(id, VerificationPlay::accept);
    other(id, VerificationPlay::scan);

    var done = api.post(ALL + "/" + id + "/qr/confirm-scanned", "");

    assertThat(done.at("/verification/otherUserID").asText()).isEqualTo("@ann:x");
    assertThat(done.at("/session/state").asText()).isEqualTo("needs-verification");
  }

  @Test
  void without_keys_nothing_can_be_verified() {
    stand(Step.NEEDS_CROSS_SIGNING_SETUP);

    assertThat(api.post(ALL, "").status()).isEqualTo(409);
  }

  private String requested() {
    return world.world().change(tx -> VerificationPlay.request(tx, Purpose.LOGIN, null, null)).id();
  }

  private void other(String id, BiFunction<Transaction, String, Verification> action) {
    assertThat(world.world().change(tx -> action.apply(tx, id)).id()).isEqualTo(id);
  }

  private static String id(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return answer.at("/verification/id").asText();
  }

  private static String actions(Answer answer) {
    return answer.at("/verification/availableActions").toString();
  }

  private void stand(Step step) {
    world.world().run(tx -> SetupPlay.stand(tx, step));
  }

  private void plan(UnaryOperator<VerificationPlan> change) {
    world
        .world()
        .run(
            tx -> {
              var setup = tx.state().setup();
              var plan = setup.plan();
              tx.put(setup.withPlan(plan.withVerifications(change.apply(plan.verifications()))));
            });
  }
}
