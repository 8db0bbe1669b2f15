package dev.fakebeeper.control.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.Logins.Session;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.bridges.BridgeFile;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceReader;
import dev.fakebeeper.world.AccountStatus;
import dev.fakebeeper.world.DeadSends;
import dev.fakebeeper.world.HistoryRules;
import dev.fakebeeper.world.LoginPlan;
import dev.fakebeeper.world.LoginRules;
import dev.fakebeeper.world.LoginSession;
import dev.fakebeeper.world.LoginStep;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldException;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginActionTest {
  private static final String WHATSAPP = "local-whatsapp";

  private final Worlds worlds = new Worlds();
  private final FakeWorld fake =
      new FakeWorlds(worlds, WorldRules.defaults()).open(NewWorld.named("actions"));
  private final World world = worlds.find("actions").orElseThrow();

  @AfterEach
  void close() {
    worlds.close();
  }

  @Test
  void a_plan_for_sign_ins_changes_what_it_names_and_keeps_the_rest() throws IOException {
    run("logins: {asks: [two_factor], tries: 5}");
    run(
        """
        logins: {bridgeID: telegram, asks: [captcha], expects: {code: '12345'}, wrongValues: askedAgain,
          otherSide: declines, after: 3s, refusal: {code: banned, message: Banned}, lifetime: 1m, keptFor: 2h,
          who: {fullName: Wren, phoneNumber: '+1555', username: wren, email: wren@example.org},
          historyEvents: true}
        """);

    var plans = world.read().bridges().plans();
    assertThat(plans.standard())
        .isEqualTo(LoginPlan.usual().withConditions(Set.of("two_factor")).withTries(5));
    var plan = plans.of("telegram");
    assertThat(plan.conditions()).containsExactlyInAnyOrder("two_factor", "captcha");
    assertThat(plan.expects()).isEqualTo(Map.of("code", "12345"));
    assertThat(plan.onWrong()).isEqualTo(LoginPlan.OnWrong.ASKED_AGAIN);
    assertThat(plan.tries()).isEqualTo(5);
    assertThat(plan.otherSide()).isEqualTo(LoginPlan.OtherSide.DECLINES);
    assertThat(plan.actsAfter()).isEqualTo(Duration.ofSeconds(3));
    assertThat(plan.refusal()).isEqualTo(new LoginSession.Failure("banned", "Banned"));
    assertThat(plan.lifetime()).isEqualTo(Duration.ofMinutes(1));
    assertThat(plan.keptFor()).isEqualTo(Duration.ofHours(2));
    assertThat(plan.who().fullName()).isEqualTo("Wren");
    assertThat(plan.who().phoneNumber()).isEqualTo("+1555");
    assertThat(plan.who().username()).isEqualTo("wren");
    assertThat(plan.who().email()).isEqualTo("wren@example.org");
    assertThat(plan.telling()).isEqualTo(HistoryRules.Telling.EVENTS);
  }

  @Test
  void the_other_side_does_its_part_by_the_session_or_by_its_bridge() throws IOException {
    var first = signIn(WHATSAPP);
    var shown = fake.logins().session(WHATSAPP).shown();
    run("loginRotation: {bridgeID: local-whatsapp}");
    assertThat(fake.logins().session(first).shown()).isNotEqualTo(shown);

    run("loginConfirmation: {loginSessionID: '%s'}".formatted(first));
    var complete = fake.logins().session(first);
    assertThat(complete.status()).isEqualTo("complete");
    assertThat(fake.accountIds()).contains(complete.accountId());

    var second = signIn(WHATSAPP);
    run("loginRefusal: {bridgeID: local-whatsapp}");
    var third = signIn(WHATSAPP);
    run("loginExpiry: {bridgeID: local-whatsapp}");
    var fourth = signIn(WHATSAPP);
    run("loginFailure: {bridgeID: local-whatsapp, code: banned, message: Banned}");

    assertThat(fake.logins().session(second).failure()).isEqualTo("declined");
    assertThat(fake.logins().session(third).failure()).isEqualTo("expired");
    assertThat(fake.logins().session(fourth).failure()).isEqualTo("banned");
    assertThat(fake.logins().sessions())
        .extracting(Session::id)
        .containsExactlyInAnyOrder(first, second, third, fourth);
  }

  @Test
  void a_sign_in_that_has_begun_goes_on_another_way() throws IOException {
    var id = signIn(WHATSAPP);

    run("login: {bridgeID: local-whatsapp, otherSide: waits}");
    fake.advance(Duration.ofMinutes(1));

    assertThat(fake.logins().session(id).status()).isEqualTo("waiting");
  }

  @Test
  void of_two_sign_ins_on_a_bridge_one_has_to_be_named() {
    signIn(WHATSAPP);
    signIn(WHATSAPP);

    assertThatThrownBy(() -> fake.logins().confirm(WHATSAPP))
        .isInstanceOf(WorldException.class)
        .hasMessage("There are 2 sign-ins on local-whatsapp; name one by the id of its session");
    assertThatThrownBy(() -> fake.logins().confirm("telegram"))
        .hasMessage("Login session not found: telegram");
  }

  @Test
  void a_login_that_is_revoked_must_be_connected_again() throws IOException {
    run("loginRevocation: {bridgeID: local-whatsapp, loginID: ba_Kw7pT2, statusText: Signed out}");

    var account = world.read().requireAccount("local-whatsapp_ba_Kw7pT2");
    assertThat(account.status()).isEqualTo(AccountStatus.RECONNECT_REQUIRED);
    assertThat(account.statusText()).isEqualTo("Signed out");
  }

  @Test
  void bridges_come_and_go_and_go_down() throws IOException {
    run(
        """
        bridge: {fakeBeeperBridge: 1, id: pigeon, network: pigeon, name: Carrier Pigeon, flows: [
          {id: note, steps: [{id: ring, type: user_input, fields: [{id: ring}]}]}]}
        """);
    assertThat(fake.bridges().ids()).endsWith("pigeon");
    assertThat(fake.bridges().status("pigeon")).isEqualTo("available");

    run("bridgeStatus: {bridgeID: telegram, status: temporarily_unavailable, statusText: Soon}");
    assertThat(world.read().requireAccount("telegram").status())
        .isEqualTo(AccountStatus.DISCONNECTED);
    run("bridgeStatus: {bridgeID: telegram}");
    assertThat(fake.bridges().status("telegram")).isEqualTo("available");
    assertThat(world.read().requireAccount("telegram").status()).isEqualTo(AccountStatus.CONNECTED);

    run("bridgeRemoval: {bridgeID: telegram}");
    assertThat(fake.bridges().ids()).doesNotContain("telegram");
    assertThat(fake.accountIds()).doesNotContain("telegram");
  }

  @Test
  void sends_of_dead_accounts_end_as_chosen() throws IOException {
    run("deadSends: {end: refused}");

    assertThat(world.read().bridges().deadSends()).isEqualTo(DeadSends.REFUSED);
  }

  @Test
  void an_account_of_a_network_that_no_world_knows_is_shown_under_the_bridges_name() {
    var steps = Map.of("ring", "NL-7");
    assertThat(fake.bridges().ids()).doesNotContain("pigeon");
    fake.bridges().add(BridgeFile.parse(PIGEON));
    var id = signIn("pigeon");
    var answer = new LoginRules.Answer(LoginStep.UserInput.class, steps);
    world.run(tx -> LoginRules.submit(tx, "pigeon", id, "ring", answer));

    var account = world.read().requireAccount(fake.logins().session(id).accountId());

    assertThat(world.read().networkOf(account).displayName()).isEqualTo("Carrier Pigeon");
    fake.advance(Duration.ZERO);
    assertThat(world.read().requireAccount(account.id()).status())
        .isEqualTo(AccountStatus.CONNECTED);
  }

  private static final String PIGEON =
      """
      fakeBeeperBridge: 1
      id: pigeon
      network: pigeon
      name: Carrier Pigeon
      flows:
        - id: note
          steps:
            - {id: ring, type: user_input, fields: [{id: ring, tells: username}]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {logins: {otherSide: sleeps}}         | "sleeps" is none of the known words | confirms, declines, waits
          {logins: {after: 3s}}                 | Nobody does anything then           | otherSide: confirms
          {logins: {otherSide: waits, after: 3s}} | Nobody does anything then         | otherSide: confirms
          {logins: {tries: 0}}                  | No try at all                       | Write 1 or more
          {logins: {who: {name: x}}}            | no member "name"                    | fullName
          {login: {otherSide: waits}}           | "bridgeID" is missing               | Add "bridgeID:"
          {loginExpiry: {bridgeID: a, loginSessionID: b}} | There is a session already | Remove one of them
          {bridgeStatus: {bridgeID: a, status: down}} | "down" is none of the known words | disabled
          {deadSends: {end: success}}           | "success" is none of the known words | fail_retriable
          """)
  void a_mistake_is_explained_with_its_place(String action, String what, String fix) {
    var mistake = catchThrowableOfType(SourceException.class, () -> run(action));

    assertThat(mistake).hasMessageStartingWith("test.yaml:1:").hasMessageContainingAll(what, fix);
  }

  private String signIn(String bridge) {
    var wanted = new LoginRules.Wanted(null, null, null);
    return world.change(tx -> LoginRules.create(tx, bridge, wanted)).id();
  }

  private void run(String action) throws IOException {
    var bytes = new ByteArrayInputStream(action.getBytes(StandardCharsets.UTF_8));
    ActionFormat.read(SourceReader.read("test.yaml", bytes)).run(fake);
  }
}
