package dev.fakebeeper.cli;

import java.util.List;

/**
 * How the client under test behaved up to some moment.
 *
 * @param requests all that came in, the rest of the counts included
 * @param violations requests and commands on a socket that break the contract
 * @param unmatched requests that no operation matches
 * @param complaints the diagnosis of each kind of misconduct, the first ones only
 */
record Conduct(int requests, int violations, int unmatched, List<String> complaints) {
  /** What a client of good conduct would not have done; empty for one. */
  List<String> faults() {
    return requests > 0
        ? complaints
        : List.of(
            "No request came. Does the command take the address from BEEPER_BASE_URL or BEEPER_DESKTOP_BASE_URL?");
  }

  String inWords() {
    return "%s, %s, %d unmatched"
        .formatted(counted(requests, "request"), counted(violations, "violation"), unmatched);
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
