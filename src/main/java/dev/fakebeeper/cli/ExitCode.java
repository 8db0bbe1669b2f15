package dev.fakebeeper.cli;

import dev.fakebeeper.StartException.Reason;

/** How the process ends; documented in {@code docs/command-line.md} and kept stable. */
final class ExitCode {
  static final int FAULT = 1;
  static final int USAGE = 2;
  static final int CANNOT_LISTEN = 3;
  static final int DOCUMENT_UNREADABLE = 4;
  static final int DOCUMENT_INVALID = 5;
  static final int UNKNOWN_WORLD = 6;
  static final int WORLD_INVALID = 7;

  static final int COVERAGE_MISSED = 8;
  static final int CONTRACT_BROKEN = 9;

  static final int CANNOT_RECORD = 10;
  static final int DRIFT = 11;

  /** As shells have it. */
  static final int CANNOT_RUN = 127;

  private ExitCode() {}

  static int of(Reason reason) {
    return switch (reason) {
      case WRONG_SETTING -> USAGE;
      case CANNOT_LISTEN -> CANNOT_LISTEN;
      case DOCUMENT_UNREADABLE -> DOCUMENT_UNREADABLE;
      case DOCUMENT_INVALID -> DOCUMENT_INVALID;
      case UNKNOWN_WORLD -> UNKNOWN_WORLD;
      case WORLD_INVALID, STUBS_INVALID -> WORLD_INVALID;
      case CANNOT_RECORD -> CANNOT_RECORD;
    };
  }
}
