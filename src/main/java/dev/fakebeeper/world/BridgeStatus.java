package dev.fakebeeper.world;

/** Whether a bridge takes a new account; the wire spells it in lower case. */
public enum BridgeStatus {
  AVAILABLE,
  /** The one account that it may carry is there. */
  CONNECTED,
  LIMIT_REACHED,
  TEMPORARILY_UNAVAILABLE,
  DISABLED
}
