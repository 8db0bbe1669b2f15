package dev.fakebeeper.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * How a command went that a fake stood beside.
 *
 * @param exitCode that of the command
 * @param conduct what it asked the fake
 */
record Summary(int exitCode, Conduct conduct) {

  /** One line for people. */
  String text() {
    return "fake-beeper: "
        + conduct.inWords()
        + (exitCode == 0 ? "" : "; the command ended with " + exitCode);
  }

  /** One line for programs: one object. */
  String json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("exitCode", exitCode);
    json.put("requests", conduct.requests());
    json.put("violations", conduct.violations());
    json.put("unmatched", conduct.unmatched());
    conduct.complaints().forEach(json.putArray("complaints")::add);
    return json.toString();
  }
}
