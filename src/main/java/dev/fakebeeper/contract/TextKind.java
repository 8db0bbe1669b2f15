package dev.fakebeeper.contract;

import java.util.Locale;
import java.util.Optional;

/**
 * What a text of a message is about, by the contract ({@code x-fake-text}). Where several schemas
 * speak about one text and differ, the later constant counts: it is the more careful one.
 */
public enum TextKind {
  /** A word of the API: an enumerated value, an error code, the name of a network. */
  CONSTANT,
  /** A point in time. */
  INSTANT,
  /** The version of a program. */
  VERSION,
  /** A media type, or a range of them. */
  MEDIA_TYPE,
  /** An emoji, or the key of a reaction. */
  EMOJI,
  /** A number that the app counts messages with: ids of messages, sort keys. */
  ORDINAL,
  /** A place in a list. */
  CURSOR,
  /** The id of anything else: a chat, a person, an account, an upload. */
  IDENTIFIER,
  /** The name of a file. */
  FILE_NAME,
  /** The name or address of a machine. */
  HOST,
  /** A URL, or the path of a file on the machine of the app. */
  URL,
  /** What a person, a group, a device or a label is called. */
  NAME,
  /** A phone number. */
  PHONE,
  /** An email address. */
  MAIL,
  /** What people write to each other, and what they search for in it. */
  TEXT,
  /** Bytes in base64, or as they are. */
  BYTES,
  /** Anything else, most of it for people. */
  FREE,
  /** What opens something: tokens, codes, keys, passwords. */
  TOKEN;

  /** How the contract writes it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<TextKind> of(String word) {
    for (var kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
