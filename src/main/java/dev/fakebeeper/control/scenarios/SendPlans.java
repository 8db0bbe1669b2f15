package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.world.DeadSends;
import dev.fakebeeper.world.SendProfiles;
import dev.fakebeeper.world.WorldState;

/**
 * How sends go in a world.
 *
 * @param profiles where there is a connection
 * @param dead where there is none
 */
record SendPlans(SendProfiles profiles, DeadSends dead) {

  static SendPlans of(WorldState state) {
    return new SendPlans(state.sendProfiles(), state.bridges().deadSends());
  }

  /** The state with sends that go so. */
  WorldState in(WorldState state) {
    return state.withSendProfiles(profiles).withBridges(state.bridges().withDeadSends(dead));
  }
}
