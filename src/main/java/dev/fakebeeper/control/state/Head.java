package dev.fakebeeper.control.state;

import dev.fakebeeper.world.DeadSends;
import dev.fakebeeper.world.Ids;
import dev.fakebeeper.world.LoginPlans;
import dev.fakebeeper.world.OAuthPlan;
import dev.fakebeeper.world.SendProfiles;
import dev.fakebeeper.world.WorldStateBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a state file says once.
 *
 * @param fakeBeeperState the version of the format
 * @param world the name of the world
 * @param at the world's time
 * @param ids the source of ids
 * @param nextTimer the number of the next timer
 * @param sendProfiles how sends go
 * @param deadSends how a send ends whose account is not connected, null for the usual
 * @param loginPlans how sign-ins go, null for the usual
 * @param oauthPlan what becomes of OAuth clients that ask, null for the usual
 * @param setup sign-in and setup, null where all of it is done and nothing is going on
 */
record Head(
    int fakeBeeperState,
    String world,
    Instant at,
    Ids ids,
    long nextTimer,
    SendProfiles sendProfiles,
    @Nullable DeadSends deadSends,
    @Nullable LoginPlans loginPlans,
    @Nullable OAuthPlan oauthPlan,
    @Nullable SavedSetup setup) {
  /** The version that is written, and the only one that is read. */
  static final int VERSION = 1;

  /** The member that tells a state file from any other. */
  static final String VERSION_NAME = "fakeBeeperState";

  static Head of(SavedWorld saved) {
    var state = saved.state();
    return new Head(
        VERSION,
        saved.world(),
        saved.at(),
        state.ids(),
        state.timers().count(),
        state.sendProfiles(),
        unless(DeadSends.FAIL_RETRIABLE, state.bridges().deadSends()),
        unless(LoginPlans.usual(), state.bridges().plans()),
        unless(OAuthPlan.usual(), state.oauth().plan()),
        unless(SavedSetup.READY, SavedSetup.of(state.setup(), saved.tokens())));
  }

  private static <T> @Nullable T unless(T empty, T value) {
    return value.equals(empty) ? null : value;
  }

  private static <T> T or(@Nullable T value, T empty) {
    return value == null ? empty : value;
  }

  LoginPlans loginPlansOrUsual() {
    return or(loginPlans, LoginPlans.usual());
  }

  OAuthPlan oauthPlanOrUsual() {
    return or(oauthPlan, OAuthPlan.usual());
  }

  DeadSends deadSendsOrUsual() {
    return or(deadSends, DeadSends.FAIL_RETRIABLE);
  }

  SavedSetup setupOrReady() {
    return or(setup, SavedSetup.READY);
  }

  /** Puts what is said here into a state; what is not said is empty there. */
  WorldStateBuilder fill(WorldStateBuilder state) {
    return state.ids(ids).sendProfiles(sendProfiles);
  }
}
