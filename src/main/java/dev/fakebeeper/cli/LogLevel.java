package dev.fakebeeper.cli;

/** How much the program tells while it runs. */
enum LogLevel {
  /** Faults of the fake only. */
  QUIET("error", "error"),
  /** Also what clients do wrong. */
  INFO("info", "warn"),
  /** Also every request. */
  DEBUG("debug", "info");

  private static final String PREFIX = "org.slf4j.simpleLogger.";

  private final String ours;
  private final String others;

  LogLevel(String ours, String others) {
    this.ours = ours;
    this.others = others;
  }

  /**
   * Sets up slf4j-simple by system properties, which it reads when the first logger is made: call
   * this before. A properties file in the jar would also configure the process of everybody who
   * embeds the fake as a library.
   */
  void apply() {
    set("defaultLogLevel", others);
    set("log.dev.fakebeeper", ours);
    set("showThreadName", "false");
    set("showShortLogName", "true");
    set("showDateTime", "true");
    set("dateTimeFormat", "HH:mm:ss.SSS");
  }

  /** Whoever starts the program may set a property himself. */
  private static void set(String name, String value) {
    if (System.getProperty(PREFIX + name) == null) {
      System.setProperty(PREFIX + name, value);
    }
  }
}
