package dev.fakebeeper.control.state;

import dev.fakebeeper.world.AppState;
import dev.fakebeeper.world.Ids;
import dev.fakebeeper.world.SendProfiles;
import java.time.Instant;

/**
 * What a state file says once.
 *
 * @param fakeBeeperState the version of the format
 * @param world the name of the world
 * @param at the world's time
 * @param ids the source of ids
 * @param nextTimer the number of the next timer
 * @param appState where sign-in and setup stand
 * @param sendProfiles how sends go
 */
record Head(
    int fakeBeeperState,
    String world,
    Instant at,
    Ids ids,
    long nextTimer,
    AppState appState,
    SendProfiles sendProfiles) {
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
        state.appState(),
        state.sendProfiles());
  }
}
