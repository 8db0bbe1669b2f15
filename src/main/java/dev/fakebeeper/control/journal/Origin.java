package dev.fakebeeper.control.journal;

import java.util.Locale;

/** Who gave an answer. */
public enum Origin {
  /** The state of the world. */
  FAKE,
  /** An example of the contract, because nothing stateful is asked for or built. */
  EXAMPLE,
  /** A planned fault. */
  FAULT,
  /** A stub mapping. */
  STUB,
  /** A recording. */
  REPLAY,
  /** The server itself, before any operation was asked: route, token, contract. */
  REFUSAL;

  /** The origin in lower case, as texts have it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
