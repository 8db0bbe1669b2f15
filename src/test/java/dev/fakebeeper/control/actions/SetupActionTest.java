package dev.fakebeeper.control.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.Verifications.Running;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceReader;
import dev.fakebeeper.world.AppState;
import dev.fakebeeper.world.RecoveryKeyRules;
import dev.fakebeeper.world.SetupPlan;
import dev.fakebeeper.world.SetupRules;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.Verification;
import dev.fakebeeper.world.Verification.Purpose;
import dev.fakebeeper.world.VerificationPlan;
import dev.fakebeeper.world.VerificationRules;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldException;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupActionTest {
  private final Worlds worlds = new Worlds();
  private final FakeWorld fake =
      new FakeWorlds(worlds, WorldRules.defaults()).open(NewWorld.named("actions"));
  private final World world = worlds.find("actions").orElseThrow();

  @AfterEach
  void close() {
    worlds.close();
  }

  @Test
  void a_plan_changes_what_it_names_and_keeps_the_rest() throws IOException {
    run("setup: {tries: 5}");
    run(
        """
        setup: {code: '402913', codeLifetime: 1m, requestLifetime: 2m, initializing: never, firstSync: never,
          afterInitializing: ready, otherDevice: mismatches, after: 7s, methods: [sas],
          verificationLifetime: 4m, keptFor: 5m, secrets: stay-away}
        """);

    assertThat(world.read().setup().plan())
        .isEqualTo(
            new SetupPlan(
                "402913",
                Duration.ofMinutes(1),
                5,
                Duration.ofMinutes(2),
                null,
                null,
                AppState.Step.READY,
                new VerificationPlan(
                    VerificationPlan.OtherDevice.MISMATCHES,
                    Duration.ofSeconds(7),
                    List.of(Verification.Method.SAS),
                    Duration.ofMinutes(4),
                    Duration.ofMinutes(5),
                    VerificationPlan.Secrets.STAY_AWAY)));
    run("setup: {initializing: 9s, firstSync: 8s, secrets: arrive, otherDevice: waits}");
    var plan = world.read().setup().plan();
    assertThat(plan.initializing()).isEqualTo(Duration.ofSeconds(9));
    assertThat(plan.firstSync()).isEqualTo(Duration.ofSeconds(8));
    assertThat(plan.verifications().secrets()).isEqualTo(VerificationPlan.Secrets.ARRIVE);
    assertThat(plan.verifications().otherDevice()).isEqualTo(VerificationPlan.OtherDevice.WAITS);
    run("setup: {otherDevice: refuses}");
    run("setup: {otherDevice: helps}");
    assertThat(world.read().setup().plan().verifications().otherDevice())
        .isEqualTo(VerificationPlan.OtherDevice.HELPS);
  }

  @Test
  void the_app_is_put_into_a_state_and_goes_on_from_there() throws IOException {
    assertThat(fake.setup().state()).isEqualTo("ready");

    run("setupState: {state: needs-login}");
    assertThat(fake.setup().state()).isEqualTo("needs-login");
    assertThat(fake.setup().userId()).isEmpty();

    run("setupState: {state: initializing}");
    assertThat(fake.setup().userId()).hasValue("@robin.ashdown:beeper.com");
    fake.advance(Duration.ofSeconds(2));
    assertThat(fake.setup().state()).isEqualTo("needs-verification");
    assertThatThrownBy(() -> fake.setup().goTo("almost-ready"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs-first-sync");
  }

  @Test
  void mails_and_keys_can_be_read() throws IOException {
    fake.setup().signOut();
    run("setup: {code: '402913'}");
    var request = world.change(SetupRules::start).id();
    world.run(tx -> SetupRules.mail(tx, request, "Juno@Example.org"));

    var mail = fake.setup().mailTo("juno@example.org ").orElseThrow();

    assertThat(mail.code()).isEqualTo("402913");
    assertThat(mail.setupRequestId()).isEqualTo(request);
    assertThat(mail.sentAt()).isEqualTo(fake.now());
    assertThat(mail).hasToString("Mail[to=juno@example.org, sentAt=" + fake.now() + "]");
    assertThat(fake.setup().mail()).containsExactly(mail);
    assertThat(fake.setup().mailTo("nobody@example.org")).isEmpty();
    fake.setup().goTo("ready");
    assertThat(fake.setup().recoveryKey()).isPresent();
    assertThat(fake.setup().offeredRecoveryKey()).isEmpty();
    var key = world.change(tx -> RecoveryKeyRules.reset(tx, null));
    assertThat(fake.setup().offeredRecoveryKey()).hasValue(key);
  }

  @Test
  void the_token_of_a_sign_in_stays_with_its_world() {
    fake.setup().signOut();
    var token = world.change(SetupActionTest::signIn);
    var fork = fake.fork("fork");

    assertThat(fork.snapshot().includingTokens().toJson().toString())
        .contains(fork.token())
        .doesNotContain(token);
    fake.restore(fork.snapshot());
    fake.setup().signOut();
    assertThat(world.read().tokens().get(token).revoked()).isTrue();
  }

  private static String signIn(Transaction tx) {
    var request = SetupRules.start(tx).id();
    var mail = SetupRules.mail(tx, request, "owner@example.com");
    var answered = SetupRules.answer(tx, "actions", request, mail.code());
    return ((SetupRules.Answered.SignedIn) answered).token().value();
  }

  @Test
  void of_many_mails_the_last_hundred_are_kept() {
    fake.setup().signOut();
    var request = world.change(SetupRules::start).id();
    for (var i = 0; i < 103; i++) {
      var address = "a" + i + "@example.org";
      world.run(tx -> SetupRules.mail(tx, request, address));
    }

    assertThat(fake.setup().mail()).hasSize(100);
    assertThat(fake.setup().mail().get(0).to()).isEqualTo("a3@example.org");
  }

  @Test
  void somebody_is_a_user_already() throws IOException {
    var made = run("setupMember: {email: Juno@Example.org, username: juno}");

    assertThat(made.ids()).isEqualTo(Map.of("userID", List.of("@juno:beeper.com")));
    assertThat(world.read().setup().members())
        .containsEntry("juno@example.org", "@juno:beeper.com");
    assertThatThrownBy(() -> run("setupMember: {email: a@example.org, username: A B}"))
        .isInstanceOf(WorldException.class);
  }

  @Test
  void the_other_device_plays_its_part() throws IOException {
    run("setup: {otherDevice: waits}");
    var compared = create();
    run("verificationAct: {does: accept}");
    run("verificationAct: {does: start-sas}");
    var shown = fake.verifications().otherDevice().verification();
    assertThat(shown.emojis()).isNotEmpty();
    assertThat(shown.decimals()).isNotEmpty();
    run("verificationAct: {does: confirm}");
    world.run(tx -> VerificationRules.confirmSas(tx, compared));

    var scanned = ask("verification: {}");
    world.run(tx -> VerificationRules.accept(tx, scanned));
    assertThat(fake.verifications().otherDevice().verification().shownHere()).isNotEmpty();
    run("verificationAct: {does: scan}");
    run("verificationAct: {does: mismatch}");
    var quiet = create();
    run("verificationAct: {does: cancel}");
    var told = create();
    run(
        "verificationAct: {verificationID: '%s', does: cancel, code: m.x, reason: Later}"
            .formatted(told));
    var late = create();
    run("verificationAct: {does: expire}");
    var broken = create();
    run("verificationAct: {does: fail, code: m.y, reason: Broken}");

    assertThat(fake.verifications().all())
        .extracting(Running::id, Running::state, Running::failure)
        .containsExactly(
            tuple(compared, "done", null),
            tuple(scanned, "cancelled", "m.key_mismatch"),
            tuple(quiet, "cancelled", "m.user"),
            tuple(told, "cancelled", "m.x"),
            tuple(late, "cancelled", "m.timeout"),
            tuple(broken, "error", "m.y"));
  }

  @Test
  void another_device_asks() throws IOException {
    var id =
        ask(
            "verification: {purpose: device, deviceID: PIXEL, deviceName: Pixel, userID: '@ann:x'}");

    var asked = world.read().setup().requireVerification(id);
    assertThat(asked.purpose()).isEqualTo(Purpose.DEVICE);
    assertThat(asked.otherDevice()).isEqualTo(new Verification.Device("PIXEL", "Pixel"));
    assertThat(asked.otherUserId()).isEqualTo("@ann:x");
  }

  @Test
  void of_none_or_two_verifications_one_has_to_be_named() {
    assertThatThrownBy(() -> run("verificationAct: {does: accept}"))
        .isInstanceOf(WorldException.class)
        .hasMessage("No verification runs");
    create();
    create();
    assertThatThrownBy(() -> run("verificationAct: {does: accept}"))
        .hasMessage("There are 2 verifications; name one by its id");
    assertThatThrownBy(() -> run("verificationAct: {does: accept, verificationID: abc}"))
        .hasMessage("Verification not found: abc");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {setupState: {state: almost}}             | "almost" is none of the known words | needs-login
          {setup: {initializing: soon}}             | is no length of time                | Write PT40S
          {setup: {afterInitializing: needs-login}} | does not follow                     | needs-verification
          {setup: {otherDevice: sleeps}}            | none of the known words             | helps
          {setup: {tries: 0}}                       | No try at all                       | Write 1 or more
          {verification: {deviceName: Pixel}}       | The device has no id                | Add "deviceID"
          {verificationAct: {does: accept, code: x}} | Nothing ends here                  | Remove "code"
          {verificationAct: {does: fail}}           | "code" is missing                   | Add "code:"
          {verificationAct: {does: cancel, code: x}} | "reason" is missing                | Add "reason:"
          """)
  void a_mistake_is_explained_with_its_place(String action, String what, String fix) {
    var mistake = catchThrowableOfType(SourceException.class, () -> run(action));

    assertThat(mistake).hasMessageStartingWith("test.yaml:1:").hasMessageContainingAll(what, fix);
  }

  private String create() {
    return world.change(tx -> VerificationRules.create(tx, Purpose.DEVICE, null)).id();
  }

  private String ask(String action) throws IOException {
    return run(action).ids().get("verificationID").get(0);
  }

  private Outcome run(String action) throws IOException {
    var bytes = new ByteArrayInputStream(action.getBytes(StandardCharsets.UTF_8));
    return ActionFormat.read(SourceReader.read("test.yaml", bytes)).run(fake);
  }
}
