package dev.fakebeeper.world;

/** Direct conversation or group. */
public enum ChatType {
  SINGLE,
  GROUP
}
