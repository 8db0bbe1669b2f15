package dev.fakebeeper.junit;

import java.util.Map;

/**
 * What is told of a test that failed, or passed with findings.
 *
 * @param test its name
 * @param findings what its client did wrong, with how often
 * @param journal what happened in its world
 */
record FailureReport(String test, Map<Finding, Integer> findings, JournalExcerpt journal) {
  /** So many findings are told in full. */
  private static final int MOST = 20;

  /**
   * All of it for people.
   *
   * @param bundle what there is to tell of the bundle
   */
  String text(String bundle) {
    return findingsInWords()
        + "\n\nWhat happened in its world:\n"
        + journal.few().indent(2).stripTrailing()
        + (bundle.isEmpty() ? "" : "\n\n" + bundle);
  }

  /** The findings, under a line that says how many there are. */
  String findingsInWords() {
    var text = new StringBuilder(head());
    int number = 0;
    for (var entry : findings.entrySet()) {
      number++;
      if (number > MOST) {
        return text.append("\n\nand %d more".formatted(findings.size() - MOST)).toString();
      }
      var finding = entry.getKey();
      text.append("\n\n%d. %s".formatted(number, finding.text()));
      if (entry.getValue() > 1) {
        text.append(" (%d times)".formatted(entry.getValue()));
      }
      text.append("\n   To allow it: ").append(finding.permission());
    }
    return text.toString();
  }

  private String head() {
    return switch (findings.size()) {
      case 0 -> test + ": what fake-beeper saw";
      case 1 -> test + ": fake-beeper found something to object to";
      default -> test + ": fake-beeper found %d things to object to".formatted(findings.size());
    };
  }
}
