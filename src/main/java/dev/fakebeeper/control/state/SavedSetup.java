package dev.fakebeeper.control.state;

import dev.fakebeeper.world.AppState;
import dev.fakebeeper.world.RecoveryKeys;
import dev.fakebeeper.world.SetupPlan;
import dev.fakebeeper.world.SetupState;
import dev.fakebeeper.world.SetupStateBuilder;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What a state file says once of sign-in and setup.
 *
 * @param app where it stands
 * @param dataOf the Beeper user whose accounts and chats the world holds
 * @param members the ids of Beeper users by mail address
 * @param accessToken the token that the sign-in gave out, null when none is in use, and in files
 *     without tokens
 * @param keys the recovery keys
 * @param plan how all of it goes
 */
record SavedSetup(
    AppState app,
    String dataOf,
    TreePMap<String, String> members,
    @Nullable String accessToken,
    RecoveryKeys keys,
    SetupPlan plan) {
  static final SavedSetup READY = of(SetupState.ready(), SavedWorld.Tokens.LEFT_OUT);

  static SavedSetup of(SetupState setup, SavedWorld.Tokens tokens) {
    return new SavedSetup(
        setup.app(),
        setup.dataOf(),
        setup.members(),
        tokens == SavedWorld.Tokens.WRITTEN ? setup.accessToken() : null,
        setup.keys(),
        setup.plan());
  }

  SetupStateBuilder fill(SetupStateBuilder state) {
    return state
        .app(app)
        .dataOf(dataOf)
        .members(members)
        .accessToken(accessToken)
        .keys(keys)
        .plan(plan);
  }
}
