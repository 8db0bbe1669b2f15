package dev.fakebeeper.recording.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text that is kept what is told by its shape: addresses, numbers, ids, links. Safe
 * for use by many threads.
 */
final class Prose {
  private static final Pattern PIECES =
      Pattern.compile(
          "(?<link>(?:https?|wss?|mailto|tel|mxc|localmxc|file):[^\\s<>\"']+)"
              + "|(?<mail>[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+\\.\\p{L}{2,})"
              + "|(?<id>[@!#$][^\\s:<>\"@]+:[^\\s<>\":]+)"
              + "|(?<path>(?:~|[A-Za-z]:)?[/\\\\](?:Users|home|root|var|private|Volumes)[/\\\\][^\\s<>\"]*)"
              + "|(?<ip>(?<![0-9.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![0-9.]))"
              + "|(?<phone>(?<![\\p{L}0-9])\\+?(?:[0-9(][0-9 ().-]{7,20}[0-9])(?![\\p{L}0-9]))"
              + "|(?<long>[A-Za-z0-9_+/=-]{24,})");

  private final Urls urls;
  private final Identifiers identifiers;
  private final Phones phones;

  Prose(Urls urls, Identifiers identifiers, Phones phones) {
    this.urls = urls;
    this.identifiers = identifiers;
    this.phones = phones;
  }

  /** The text without them. */
  String cleaned(String text) {
    var clean = new StringBuilder();
    var piece = PIECES.matcher(text);
    int from = 0;
    while (piece.find()) {
      clean.append(text, from, piece.start()).append(replacement(piece));
      from = piece.end();
    }
    return clean.append(text, from, text.length()).toString();
  }

  private String replacement(Matcher piece) {
    var text = piece.group();
    if (piece.group("link") != null) {
      return urls.url(text);
    }
    if (piece.group("path") != null) {
      return urls.path(text);
    }
    if (piece.group("phone") != null) {
      return phones.number(text);
    }
    return piece.group("long") == null ? identifiers.id(text) : Pseudonyms.REDACTED;
  }
}
