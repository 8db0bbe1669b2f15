package dev.fakebeeper.world;

import static dev.fakebeeper.world.BridgeWorlds.BRIDGE;
import static dev.fakebeeper.world.BridgeWorlds.NEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoginRulesTest {
  private final World world = BridgeWorlds.frozen();

  @Test
  void a_wizard_asks_step_by_step_and_makes_an_account_of_what_it_was_told() {
    var session = BridgeWorlds.create(world, NEW);
    BridgeWorlds.input(world, session, "phone", "+1555");
    BridgeWorlds.cookies(world, session);

    world.advance(Duration.ofSeconds(90));

    var complete = BridgeWorlds.now(world, session);
    assertThat(complete.stage()).isEqualTo(LoginSession.Stage.COMPLETE);
    var account = world.read().requireAccount(complete.result().accountId());
    assertThat(account.selfUserId()).isEqualTo("@1555:test");
    assertThat(account.user().phoneNumber()).isEqualTo("+1555");
    assertThat(account.loginId()).startsWith("ba_").isEqualTo(complete.result().loginId());
    assertThat(account.id()).isEqualTo(BRIDGE + "_" + account.loginId());
    assertThat(account.status()).isEqualTo(AccountStatus.CONNECTING);
  }

  @Test
  void a_step_under_a_condition_is_asked_when_it_holds_and_takes_what_is_expected() {
    BridgeWorlds.plan(
        world, plan -> plan.withConditions(Set.of("two_factor")).withExpects(Map.of("code", "9")));
    var session = BridgeWorlds.create(world, NEW);
    BridgeWorlds.input(world, session, "phone", "+1555");
    BridgeWorlds.cookies(world, session);

    var wrong = BridgeWorlds.input(world, session, "code", "123");
    var right = BridgeWorlds.input(world, session, "code", "9");

    assertThat(wrong.failure())
        .isEqualTo(new LoginSession.Failure("wrong_code", "The value of the field code is wrong"));
    assertThat(right.failure()).isNull();
    assertThat(right.shown()).startsWith("2@");
  }

  @Test
  void too_many_wrong_answers_end_it() {
    var session = BridgeWorlds.create(world, NEW);

    BridgeWorlds.input(world, session, "phone", "+666");
    BridgeWorlds.input(world, session, "phone", "+666");
    var last = BridgeWorlds.input(world, session, "phone", "+666");

    assertThat(last.stage()).isEqualTo(LoginSession.Stage.FAILED);
    assertThat(last.failure().code()).isEqualTo("wrong_phone");
  }

  @Test
  void one_wrong_answer_ends_it_where_that_is_planned() {
    BridgeWorlds.plan(world, plan -> plan.withOnWrong(LoginPlan.OnWrong.FAILS));

    var failed = BridgeWorlds.input(world, BridgeWorlds.create(world, NEW), "phone", "+666");

    assertThat(failed.stage()).isEqualTo(LoginSession.Stage.FAILED);
  }

  @Test
  void a_code_changes_by_the_clock_until_nobody_has_scanned_it_in_time() {
    var session = BridgeWorlds.create(world, BridgeWorlds.flow("scan"));
    var first = session.shown();

    world.advance(Duration.ofSeconds(19));
    assertThat(BridgeWorlds.now(world, session).shown()).isEqualTo(first);
    world.advance(Duration.ofSeconds(1));
    assertThat(BridgeWorlds.now(world, session).shown()).isNotEqualTo(first).startsWith("2@");

    world.advance(Duration.ofMinutes(10));
    var expired = BridgeWorlds.now(world, session);
    assertThat(expired.failure().code()).isEqualTo("expired");
    assertThat(expired.shown()).isNull();
    assertThat(world.read().accounts()).hasSize(1);
  }

  @Test
  void the_other_side_says_no_or_waits_where_that_is_planned() {
    BridgeWorlds.plan(
        world,
        plan ->
            plan.withOtherSide(LoginPlan.OtherSide.DECLINES).withActsAfter(Duration.ofSeconds(5)));
    var declined = BridgeWorlds.create(world, BridgeWorlds.flow("scan"));
    BridgeWorlds.plan(
        world, plan -> plan.withOtherSide(LoginPlan.OtherSide.WAITS).withActsAfter(Duration.ZERO));
    var waiting = BridgeWorlds.create(world, BridgeWorlds.flow("scan"));

    world.advance(Duration.ofSeconds(5));

    assertThat(BridgeWorlds.now(world, declined).failure().code()).isEqualTo("declined");
    assertThat(BridgeWorlds.now(world, waiting).isOpen()).isTrue();
  }

  @Test
  void a_network_may_refuse_in_the_end() {
    var refusal = new LoginSession.Failure("banned", "This number is banned");
    BridgeWorlds.plan(world, plan -> plan.withRefusal(refusal));

    var failed = BridgeWorlds.confirm(world, BridgeWorlds.create(world, BridgeWorlds.flow("scan")));

    assertThat(failed.failure()).isEqualTo(refusal);
    assertThat(world.read().accounts()).hasSize(1);
  }

  @Test
  void an_account_that_must_reconnect_is_mended_under_its_id() {
    world.run(tx -> BridgePlay.revoke(tx, BRIDGE, "ba_1", "Signed out"));
    var wanted = new LoginRules.Wanted("scan", null, "acc");

    var session = BridgeWorlds.create(world, wanted);
    var complete = BridgeWorlds.confirm(world, session);

    assertThat(session.reconnects()).isEqualTo(new LoginSession.Target("ba_1", "acc"));
    assertThat(complete.result()).isEqualTo(session.reconnects());
    assertThat(account().status()).isEqualTo(AccountStatus.CONNECTING);
    assertThat(account().statusText()).isNull();
    world.advance(Duration.ofSeconds(2));
    assertThat(account().status()).isEqualTo(AccountStatus.CONNECTED);
    assertThat(world.read().chats()).isEmpty();
  }

  private Account account() {
    return world.read().requireAccount("acc");
  }

  @Test
  void an_account_that_goes_meanwhile_cannot_be_mended() {
    var byAccount = BridgeWorlds.create(world, new LoginRules.Wanted("scan", null, "acc"));
    world.run(tx -> BridgeRules.removeLogin(tx, BRIDGE, "ba_1", RemoveScope.ALL_DEVICES));

    assertThat(BridgeWorlds.now(world, byAccount).failure().code()).isEqualTo("account_gone");
  }

  @Test
  void whoever_is_signed_in_already_gets_no_second_account() {
    BridgeWorlds.plan(
        world,
        plan ->
            plan.withWho(UserBuilder.builder().id("").phoneNumber("+1 555 1").build())
                .withActsAfter(Duration.ZERO));
    var first = BridgeWorlds.create(world, BridgeWorlds.flow("scan"));
    var second = BridgeWorlds.create(world, BridgeWorlds.flow("scan"));

    assertThat(BridgeWorlds.now(world, second).result())
        .isEqualTo(BridgeWorlds.now(world, first).result())
        .isNotNull();
    assertThat(world.read().accounts()).hasSize(2);
  }

  @Test
  void the_owner_signs_in_a_second_time_as_with_a_second_phone() {
    BridgeWorlds.plan(world, plan -> plan.withActsAfter(Duration.ZERO));

    BridgeWorlds.create(world, BridgeWorlds.flow("scan"));
    BridgeWorlds.create(world, BridgeWorlds.flow("scan"));

    assertThat(world.read().accounts()).hasSize(3);
    assertThat(world.read().accounts().values())
        .extracting(Account::selfUserId)
        .doesNotHaveDuplicates();
    assertThat(world.read().accounts().values())
        .extracting(account -> account.user().fullName())
        .containsOnly("Owner");
  }

  @Test
  void what_does_not_exist_cannot_be_connected() {
    assertRefused(new LoginRules.Wanted("no", null, null), WorldException.Reason.NOT_FOUND);
    assertRefused(new LoginRules.Wanted(null, "no", null), WorldException.Reason.NOT_FOUND);
    assertRefused(new LoginRules.Wanted(null, null, "no"), WorldException.Reason.NOT_FOUND);
    assertRefused(new LoginRules.Wanted(null, "no", "acc"), WorldException.Reason.UNSUPPORTED);
  }

  @Test
  void a_bridge_that_takes_nobody_says_so() {
    full();
    assertRefused(NEW, WorldException.Reason.CONFLICT);
    assertThat(BridgeWorlds.create(world, new LoginRules.Wanted(null, null, "acc")).isOpen())
        .isTrue();

    force(BridgeStatus.TEMPORARILY_UNAVAILABLE);
    assertRefused(NEW, WorldException.Reason.UPSTREAM);
    assertRefused(new LoginRules.Wanted(null, null, "acc"), WorldException.Reason.UPSTREAM);

    force(BridgeStatus.DISABLED);
    assertRefused(NEW, WorldException.Reason.UNSUPPORTED);
  }

  @Test
  void a_bridge_that_fills_up_meanwhile_fails_whoever_comes_last() {
    var session = BridgeWorlds.create(world, BridgeWorlds.flow("scan"));
    force(BridgeStatus.LIMIT_REACHED);

    assertThat(BridgeWorlds.confirm(world, session).failure().code()).isEqualTo("not_available");
  }

  private void full() {
    var capacity = new Bridge.Capacity(true, 1);
    world.run(tx -> BridgePlay.put(tx, BridgeWorlds.ALL_KINDS.withCapacity(capacity)));
  }

  private void force(BridgeStatus status) {
    world.run(tx -> BridgePlay.status(tx, BRIDGE, status, null));
  }

  private void assertRefused(LoginRules.Wanted wanted, WorldException.Reason reason) {
    assertThatThrownBy(() -> BridgeWorlds.create(world, wanted))
        .isInstanceOfSatisfying(
            WorldException.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  @Test
  void another_user_of_the_app_neither_sees_nor_finishes_what_the_first_has_begun() {
    var open = BridgeWorlds.create(world, BridgeWorlds.flow("scan"));
    var ended = BridgeWorlds.create(world, NEW);
    world.run(tx -> LoginRules.cancel(tx, BRIDGE, ended.id()));

    signIn("@juno:beeper.com");

    assertThat(world.read().bridges().sessions()).isEmpty();
    assertThatThrownBy(() -> BridgeWorlds.confirm(world, open)).hasMessageContaining(open.id());
    world.advance(Duration.ofDays(1));
    assertThat(world.read().accounts().values())
        .noneMatch(account -> account.bridge().id().equals(BRIDGE));
  }

  @Test
  void the_same_user_goes_on_with_a_login_session_after_signing_in_again() {
    var session = BridgeWorlds.create(world, BridgeWorlds.flow("scan"));

    signIn(world.read().setup().dataOf());

    assertThat(BridgeWorlds.confirm(world, session).stage()).isEqualTo(LoginSession.Stage.COMPLETE);
  }

  private void signIn(String userId) {
    world.run(SetupPlay::signOut);
    world.run(tx -> SetupProgress.signIn(tx, world.name(), userId));
  }

  @Test
  void no_password_and_no_code_is_kept() {
    BridgeWorlds.plan(world, plan -> plan.withConditions(Set.of("two_factor")));
    var session = BridgeWorlds.create(world, NEW);
    BridgeWorlds.input(world, session, "phone", "+1555");
    BridgeWorlds.cookies(world, session);
    BridgeWorlds.input(world, session, "code", "secret-567");

    assertThat(world.read().toString()).doesNotContain("secret-567").contains("+1555");
  }
}
