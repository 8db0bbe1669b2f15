package dev.fakebeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.operations.FakeApi.Answer;
import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.AppState.Step;
import dev.fakebeeper.world.RecoveryKeys;
import dev.fakebeeper.world.SetupPlan;
import dev.fakebeeper.world.SetupPlay;
import dev.fakebeeper.world.SetupState;
import dev.fakebeeper.world.Token;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetupOperationsTest {
  private static final String SETUP = "/v1/app/setup";
  private static final String KEY = "/v1/app/setup/verification/recovery-key";

  private final TestWorld world = new TestWorld();
  private final FakeApi api = new FakeApi(world);

  @BeforeEach
  void sign_out() {
    stand(Step.NEEDS_LOGIN);
  }

  @Test
  void a_member_signs_in_with_the_code_of_the_mail() {
    var request = mailedTo(SetupState.OWNERS_MAIL);
    var signedIn = answer(request, code());

    assertThat(signedIn.status()).isEqualTo(200);
    assertThat(signedIn.at("/matrix/userID").asText()).isEqualTo("@owner:beeper.com");
    assertThat(signedIn.at("/matrix/deviceID").asText()).matches("[A-Z0-9]{10}");
    assertThat(signedIn.at("/session/state").asText()).isEqualTo("initializing");
    assertThat(signedIn.at("/session/matrix/deviceID")).isEqualTo(signedIn.at("/matrix/deviceID"));
    var token = world.state().tokens().get(signedIn.at("/matrix/accessToken").asText());
    assertThat(token.allows(Token.Scope.WRITE)).isTrue();
    assertThat(token.expiresAt()).isNull();
    assertThat(world.state().setup().requests()).isEmpty();
    assertThat(world.state().accounts()).hasSize(2);
  }

  @Test
  void setup_goes_on_by_itself_where_nobody_has_to_do_anything() {
    answer(mailedTo(SetupState.OWNERS_MAIL), code());

    world.world().advance(Duration.ofSeconds(2));
    assertThat(state()).isEqualTo("needs-verification");
    var unlocked = api.post(KEY, "{\"recoveryKey\":\"" + RecoveryKeys.USUAL + "\"}");
    assertThat(unlocked.at("/session/state").asText()).isEqualTo("needs-first-sync");
    assertThat(unlocked.at("/session/e2ee/secrets/masterKey").asBoolean()).isTrue();
    assertThat(unlocked.at("/session/e2ee/firstSyncDone").asBoolean()).isFalse();
    world.world().advance(Duration.ofSeconds(10));
    assertThat(state()).isEqualTo("ready");
    assertThat(api.get(SETUP).at("/e2ee/firstSyncDone").asBoolean()).isTrue();
  }

  @Test
  void steps_that_take_no_time_are_over_when_the_answer_comes() {
    plan(plan -> plan.withInitializing(Duration.ZERO).withFirstSync(Duration.ZERO));

    var signedIn = answer(mailedTo(SetupState.OWNERS_MAIL), code());
    assertThat(signedIn.at("/session/state").asText()).isEqualTo("needs-verification");
    var unlocked = api.post(KEY, "{\"recoveryKey\":\"" + RecoveryKeys.USUAL + "\"}");
    assertThat(unlocked.at("/session/state").asText()).isEqualTo("ready");
  }

  @Test
  void a_step_without_an_end_stays() {
    plan(plan -> plan.withInitializing(null));
    answer(mailedTo(SetupState.OWNERS_MAIL), code());

    world.world().advance(Duration.ofDays(1));

    assertThat(state()).isEqualTo("initializing");
  }

  @Test
  void somebody_new_is_asked_to_register_and_has_no_accounts() {
    var request = mailedTo("Juno.Tern+x@example.org");
    var lead = answer(request, code());

    assertThat(lead.at("/registrationRequired").asBoolean()).isTrue();
    assertThat(lead.at("/setupRequestID").asText()).isEqualTo(request);
    assertThat(lead.at("/usernameSuggestions").toString())
        .isEqualTo("[\"juno.ternx\",\"juno.ternx2\",\"juno.ternx3\"]");
    assertThat(register(lead, "owner").status()).isEqualTo(409);
    assertThat(register(lead, "Juno Tern").status()).isEqualTo(422);
    var signedIn = register(lead, "juno");

    assertThat(signedIn.at("/matrix/userID").asText()).isEqualTo("@juno:beeper.com");
    assertThat(world.state().accounts()).isEmpty();
    assertThat(world.state().chats()).isEmpty();
    world.world().advance(Duration.ofSeconds(2));
    assertThat(state()).isEqualTo("needs-cross-signing-setup");
    assertThat(api.post(KEY, "{\"recoveryKey\":\"any\"}").status()).isEqualTo(409);
    var key = api.post(KEY + "/reset", "").at("/recoveryKey").asText();
    var confirmed = api.post(KEY + "/reset/confirm", "{\"recoveryKey\":\"" + key + "\"}");
    assertThat(confirmed.at("/session/state").asText()).isEqualTo("needs-first-sync");
    assertThat(confirmed.at("/session/e2ee/recoveryKeyGeneratedAt").asLong())
        .isEqualTo(world.world().now().toEpochMilli());
  }

  @Test
  void who_has_registered_is_a_member_the_next_time() {
    var lead = answer(mailedTo("juno@example.org"), code());
    register(lead, "juno");
    stand(Step.NEEDS_LOGIN);

    var again = answer(mailedTo("juno@example.org"), code());

    assertThat(again.at("/matrix/userID").asText()).isEqualTo("@juno:beeper.com");
  }

  @Test
  void another_lead_token_registers_nobody() {
    var request = mailedTo("juno@example.org");
    answer(request, code());

    var refused =
        api.post(
            SETUP + "/register",
            "{\"setupRequestID\":\"%s\",\"leadToken\":\"x\",\"username\":\"juno\",\"acceptTerms\":true}"
                .formatted(request));

    assertThat(refused.status()).isEqualTo(422);
  }

  @Test
  void the_third_wrong_code_ends_a_sign_in() {
    var request = mailedTo(SetupState.OWNERS_MAIL);

    for (var i = 0; i < 3; i++) {
      var wrong = answer(request, "wrong");
      assertThat(wrong.status()).isEqualTo(422);
      assertThat(wrong.at("/message").asText()).isEqualTo("The code is wrong");
    }

    assertThat(answer(request, code()).status()).isEqualTo(409);
    assertThat(mail(request, SetupState.OWNERS_MAIL).status()).isEqualTo(409);
  }

  @Test
  void a_code_expires_and_another_can_be_asked_for() {
    var request = mailedTo(SetupState.OWNERS_MAIL);
    var old = code();
    world.world().advance(Duration.ofMinutes(10));
    var expired = answer(request, old);
    assertThat(expired.status()).isEqualTo(422);
    assertThat(expired.at("/message").asText()).isEqualTo("The code has expired");

    mail(request, SetupState.OWNERS_MAIL);

    assertThat(answer(request, old).status()).isEqualTo(422);
    assertThat(answer(request, code()).status()).isEqualTo(200);
  }

  @Test
  void a_sign_in_runs_out() {
    var request = mailedTo(SetupState.OWNERS_MAIL);

    world.world().advance(Duration.ofMinutes(30));

    assertThat(answer(request, code()).status()).isEqualTo(404);
  }

  @Test
  void a_new_recovery_key_signs_the_bridges_in_the_cloud_out() {
    stand(Step.READY);
    assertThat(api.post(KEY + "/reset/confirm", "{\"recoveryKey\":\"x\"}").status()).isEqualTo(409);
    assertThat(api.post(KEY + "/reset", "{\"existingRecoveryKey\":\"x\"}").status()).isEqualTo(422);
    var key = api.post(KEY + "/reset", "{}").at("/recoveryKey").asText();
    assertThat(key).matches("([A-Z0-9]{4} ?){12}");
    assertThat(api.post(KEY + "/reset/confirm", "{\"recoveryKey\":\"x\"}").status()).isEqualTo(422);
    assertThat(status(TestWorld.DISCORD)).isEqualTo("connected");

    var confirmed =
        api.post(KEY + "/reset/confirm", "{\"recoveryKey\":\"" + key.replace(" ", "") + "\"}");

    assertThat(confirmed.at("/session/state").asText()).isEqualTo("ready");
    assertThat(status(TestWorld.DISCORD)).isEqualTo("reconnect_required");
    assertThat(status(TestWorld.WHATSAPP)).isEqualTo("connected");
    assertThat(api.post(KEY, "{\"recoveryKey\":\"" + RecoveryKeys.USUAL + "\"}").status())
        .isEqualTo(422);
    assertThat(api.post(KEY, "{\"recoveryKey\":\"" + key + "\"}").status()).isEqualTo(200);
  }

  private String status(String account) {
    return api.get("/v1/accounts/" + account).at("/status").asText();
  }

  private String mailedTo(String address) {
    var request = api.post(SETUP + "/start", "").at("/setupRequestID").asText();
    assertThat(mail(request, address).status()).isEqualTo(204);
    return request;
  }

  private Answer mail(String request, String address) {
    return api.post(
        SETUP + "/email",
        "{\"setupRequestID\":\"%s\",\"email\":\"%s\"}".formatted(request, address));
  }

  private Answer answer(String request, String code) {
    return api.post(
        SETUP + "/response",
        "{\"setupRequestID\":\"%s\",\"response\":\"%s\"}".formatted(request, code));
  }

  private Answer register(Answer lead, String username) {
    return api.post(
        SETUP + "/register",
        "{\"setupRequestID\":\"%s\",\"leadToken\":\"%s\",\"username\":\"%s\",\"acceptTerms\":true}"
            .formatted(
                lead.at("/setupRequestID").asText(), lead.at("/leadToken").asText(), username));
  }

  private String code() {
    var mails = world.state().setup().mails();
    return mails.get(mails.size() - 1).code();
  }

  private String state() {
    return api.get(SETUP).at("/state").asText();
  }

  private void stand(Step step) {
    world.world().run(tx -> SetupPlay.stand(tx, step));
  }

  private void plan(UnaryOperator<SetupPlan> change) {
    world
        .world()
        .run(
            tx -> {
              var setup = tx.state().setup();
              tx.put(setup.withPlan(change.apply(setup.plan())));
            });
  }
}
