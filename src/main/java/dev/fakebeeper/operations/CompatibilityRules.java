package dev.fakebeeper.operations;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Contract;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Old forms of requests that the real server goes on to accept, brought into today's form before
 * the request is routed and held against the contract. Each rule has a name and can be switched
 * off. Immutable; thread-safe.
 *
 * <p>Rules work on the whole request and before routing, because one of the old forms has a path of
 * its own. A request that is of no old form comes back as the same object, without its body having
 * been looked at unless its path calls for it.
 */
public final class CompatibilityRules {
  private final Contract contract;
  private final Set<CompatibilityRule> rules;

  private CompatibilityRules(Contract contract, Set<CompatibilityRule> rules) {
    this.contract = contract;
    this.rules = rules;
  }

  /** All rules, for a build of the API. */
  public static CompatibilityRules of(Contract contract) {
    return new CompatibilityRules(contract, EnumSet.allOf(CompatibilityRule.class));
  }

  /** The names of all rules that there are. */
  public static List<String> names() {
    return Arrays.stream(CompatibilityRule.values()).map(CompatibilityRule::publicName).toList();
  }

  /**
   * These rules without some.
   *
   * @throws IllegalArgumentException when no rule has one of the names
   */
  public CompatibilityRules without(Collection<String> switchedOff) {
    for (var name : switchedOff) {
      if (!names().contains(name)) {
        throw new IllegalArgumentException(
            "compatibility rule (" + name + ") must be one of " + names());
      }
    }
    var left = EnumSet.noneOf(CompatibilityRule.class);
    rules.stream().filter(rule -> !switchedOff.contains(rule.publicName())).forEach(left::add);
    return new CompatibilityRules(contract, left);
  }

  /**
   * These rules without those that take a member which a strict fake has to refuse: {@code
   * remindAtMs} is accepted unless strict. The other old forms have no unknown member.
   */
  public CompatibilityRules strict() {
    return without(List.of(CompatibilityRule.REMINDER_MILLISECONDS.publicName()));
  }

  /** A request in today's form. */
  public ApiRequest rewrite(ApiRequest request) {
    for (var rule : rules) {
      var rewritten = rule.rewrite(request, contract);
      if (rewritten.isPresent()) {
        return rewritten.get(); // no request is of two old forms
      }
    }
    return request;
  }
}
