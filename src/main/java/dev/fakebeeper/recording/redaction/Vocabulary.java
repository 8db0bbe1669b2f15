package dev.fakebeeper.recording.redaction;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that say nothing about anybody, and the shapes of such words. */
final class Vocabulary {
  /**
   * What ids, servers and URLs of the API are made of. A word of this list stays as it is in them.
   */
  private static final Set<String> WORDS =
      Set.of(
          "beeper",
          "com",
          "org",
          "net",
          "local",
          "localhost",
          "localmxc",
          "mxc",
          "matrix",
          "whatsapp",
          "whatsappgo",
          "lid",
          "discord",
          "discordgo",
          "slack",
          "slackgo",
          "telegram",
          "telegramgo",
          "instagram",
          "instagramgo",
          "facebook",
          "facebookgo",
          "messenger",
          "twitter",
          "signal",
          "linkedin",
          "bluesky",
          "imessage",
          "imsg",
          "imessagego",
          "gmessages",
          "googlechat",
          "googlevoice",
          "thread",
          "any",
          "ba",
          "room",
          "example",
          "oauth",
          "callback",
          "https",
          "http",
          "file",
          "media",
          "png",
          "jpg",
          "v0",
          "v1");

  /** Pseudonyms must not look like the beginning of a token of some vendor. */
  private static final Set<String> TOKEN_PREFIXES =
      Set.of("ghp", "gho", "ghu", "ghs", "ghr", "sk", "pk", "rk", "glpat", "syt", "npm");

  private static final List<String> TOKEN_STARTS =
      List.of("eyJ", "AKIA", "ASIA", "AIza", "xox", "ya29", "SG", "EAA");

  /** A name in a program: letters in words, no longer than such names are. */
  private static final Pattern PROGRAM_WORD =
      Pattern.compile("(?=.{1,24}$)[A-Za-z]{1,20}([_.-][A-Za-z]{1,20}){0,4}");

  private Vocabulary() {}

  /** Whether a part of an id is one of the words of all ids. */
  static boolean isKnown(String part) {
    return WORDS.contains(part);
  }

  /** Whether a made up part of an id could be misread. */
  static boolean isMisleading(String part) {
    return WORDS.contains(part)
        || TOKEN_PREFIXES.contains(part)
        || TOKEN_STARTS.stream().anyMatch(part::startsWith)
        || CardNumbers.contains(part);
  }

  /**
   * Whether a text where the API has words of its own looks like one. A secret of letters alone
   * would pass too; the app does not put any there.
   */
  static boolean isProgramWord(String text) {
    return PROGRAM_WORD.matcher(text).matches();
  }
}
