package dev.fakebeeper.recording.redaction;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives ids other ids of the same shape. Each part of an id is replaced for itself, so a part that
 * joins two ids still does. What is no ASCII letter or digit stays, save that a part with letters
 * of other scripts becomes a made up word. Safe for use by many threads.
 */
final class Identifiers {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?<mail>[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+\\.\\p{L}{2,})"
              + "|(?<ip>(?<![0-9.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![0-9.]))"
              + "|(?<hex>(?:[0-9A-Fa-f]{1,4}:){4,7}[0-9A-Fa-f]{1,4})"
              + "|(?<ascii>[A-Za-z0-9]+(?![\\p{L}\\p{N}\\p{M}]))"
              + "|(?<other>[\\p{L}\\p{N}\\p{M}\\p{C}\\x{2460}-\\x{24FF}\\x{1F100}-\\x{1F1E5}"
              + "&&[^\\n\\x{FE0F}\\x{200D}]]+)");

  private static final int LONGEST_WORD = 24;

  private final Keyed keyed;
  private final ShapeCipher cipher;
  private final Phones phones;
  private final Issued issued;

  Identifiers(Keyed keyed, Phones phones, Issued issued) {
    this.keyed = keyed;
    this.cipher = new ShapeCipher(keyed);
    this.phones = phones;
    this.issued = issued;
  }

  /**
   * The id that stands for an id. Should its shape alone look like a secret, as that of a phone
   * number does, it becomes a made up word.
   */
  String id(String id) {
    var made =
        issued.added(PARTS.matcher(id).replaceAll(part -> Matcher.quoteReplacement(part(part))));
    return SecretShapes.find(made, issued::contains).isEmpty()
        ? made
        : keyed.label("id", id, LONGEST_WORD);
  }

  private String part(MatchResult found) {
    var part = found.group();
    if (found.group(1) != null) {
      return mail(part);
    }
    if (found.group(2) != null) {
      return address(part);
    }
    if (found.group(3) != null || found.group(5) != null) {
      return keyed.label("other", part, Math.max(8, Math.min(part.length(), LONGEST_WORD)));
    }
    return run(part);
  }

  private String run(String run) {
    if (Vocabulary.isKnown(run)) {
      return run;
    }
    if (Phones.isLong(run)) {
      return phones.digits(run);
    }
    var made = cipher.encrypted(run);
    while (Vocabulary.isMisleading(made)) { // the next one of the cycle is still nobody else's
      made = cipher.encrypted(made);
    }
    return made;
  }

  /** The mail address that stands for one. */
  String mail(String mail) {
    int at = mail.lastIndexOf('@');
    var user = keyed.label("mail user", mail.substring(0, Math.max(0, at)), 8);
    return user + "." + keyed.label("mail host", mail.substring(at + 1), 6) + "@example.com";
  }

  /** The address of a machine that stands for another: of this machine, as every one in 127. */
  String address(String ip) {
    if (ip.startsWith("127.")) {
      return ip;
    }
    return "127.%d.%d.%d"
        .formatted(
            1 + keyed.number("ip 1", ip, 250),
            keyed.number("ip 2", ip, 250),
            1 + keyed.number("ip 3", ip, 250));
  }
}
