package dev.fakebeeper.world;

/** What a message is made of. */
public enum MessageType {
  TEXT,
  NOTICE,
  IMAGE,
  VIDEO,
  VOICE,
  AUDIO,
  FILE,
  STICKER,
  LOCATION,
  REACTION
}
