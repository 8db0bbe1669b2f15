package dev.fakebeeper.world;

/** The state of an account's connection; the wire spells it in lower case. */
public enum AccountStatus {
  CONNECTED,
  CONNECTING,
  BACKFILLING,
  CONNECTION_REQUIRED,
  RECONNECT_REQUIRED,
  ATTENTION_REQUIRED,
  DISCONNECTED,
  DISABLED;

  /** Whether messages get through in this state. */
  public boolean carriesMessages() {
    return this == CONNECTED || this == CONNECTING || this == BACKFILLING;
  }
}
