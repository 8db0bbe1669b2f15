package dev.fakebeeper.control.worlds;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.Network;
import java.util.List;

/**
 * A kind of network and how its bridge behaves.
 *
 * @param network what the world knows of it
 * @param provider where its bridge runs
 * @param bridge the id of its bridge
 * @param ids how it makes ids
 * @param shows what it tells of people beside their name
 */
record NetworkPlan(
    Network network, Account.Provider provider, String bridge, IdPatterns ids, List<Shown> shows) {

  /** What a network can tell of a person. */
  enum Shown {
    USERNAME,
    PHONE,
    EMAIL
  }
}
