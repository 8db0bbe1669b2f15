package dev.fakebeeper.world;

import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * How sign-ins go: everywhere, or on one bridge.
 *
 * @param standard where nothing else is said
 * @param byBridge by bridge id
 */
public record LoginPlans(LoginPlan standard, HashPMap<String, LoginPlan> byBridge) {

  /** A good day everywhere. */
  public static LoginPlans usual() {
    return new LoginPlans(LoginPlan.usual(), HashTreePMap.empty());
  }

  /** These with another plan where nothing else is said. */
  public LoginPlans withStandard(LoginPlan plan) {
    return new LoginPlans(plan, byBridge);
  }

  /** These with a plan for a bridge. */
  public LoginPlans withBridge(String bridgeId, LoginPlan plan) {
    return new LoginPlans(standard, byBridge.plus(bridgeId, plan));
  }

  /** The plan that holds on a bridge. */
  public LoginPlan of(String bridgeId) {
    return byBridge.getOrDefault(bridgeId, standard);
  }
}
