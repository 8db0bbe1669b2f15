package dev.fakebeeper.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * What one check has found so far; lives as long as the check.
 *
 * @param violations what breaks the contract
 * @param warnings what only a strict caller refuses
 */
record Findings(List<Violation> violations, List<Violation> warnings) {
  Findings() {
    this(new ArrayList<>(0), new ArrayList<>(0));
  }
}
