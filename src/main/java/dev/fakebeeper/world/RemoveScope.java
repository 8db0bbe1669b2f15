package dev.fakebeeper.world;

/** How far the removal of a login reaches; the wire spells it in lower case with hyphens. */
public enum RemoveScope {
  CURRENT_DEVICE,
  ALL_DEVICES
}
