package dev.fakebeeper.operations;

import dev.fakebeeper.contract.Parameters;

/** Which way a page lies from its cursor. */
enum Direction {
  /** Towards older entries; the way when a cursor comes alone (documented). */
  BEFORE,
  /** Towards newer entries. */
  AFTER;

  /**
   * The way that a request asks for. Without a cursor there is nothing to be before or after, so
   * the direction does not count and the page starts at the newest entry (assumed).
   */
  static Direction of(Parameters parameters) {
    var wanted = parameters.text("direction").orElse("before");
    return parameters.has("cursor") && wanted.equals("after") ? AFTER : BEFORE;
  }
}
