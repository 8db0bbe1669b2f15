package dev.fakebeeper.recording.redaction;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.KeyGenerator;

/**
 * What a user wants of a redaction. Nothing in it can keep a token, a name, an address or a phone
 * number.
 *
 * @param keep what stays although it would be replaced
 * @param scrub what is taken out wherever it stands, also out of what stays
 */
public record RedactionRules(Set<Keep> keep, List<Pattern> scrub) {

  /** What may stay. */
  public enum Keep {
    /**
     * What people write to each other, without the addresses, numbers and ids in it. A name in a
     * sentence stays; whoever wants none adds it to what is scrubbed.
     */
    TEXT,
    /** The bytes of files, with all that is in them: faces, places, names of authors. */
    BYTES
  }

  /** Copies both. */
  public RedactionRules {
    keep = Set.copyOf(keep);
    scrub = List.copyOf(scrub);
  }

  /** Nothing stays, and nothing more goes. */
  public static RedactionRules strict() {
    return new RedactionRules(Set.of(), List.of());
  }

  /** These rules, keeping more. */
  public RedactionRules keeping(Keep more) {
    var all = EnumSet.of(more);
    all.addAll(keep);
    return new RedactionRules(all, scrub);
  }

  /** These rules, taking out more: every match of one of the patterns. */
  public RedactionRules scrubbing(List<Pattern> more) {
    var all = new ArrayList<>(scrub);
    all.addAll(more);
    return new RedactionRules(keep, all);
  }

  /**
   * A key that nobody knows, for one recording. With the same key the same things get the same
   * pseudonyms; whoever has it can tell what they stood for, so it is thrown away with the
   * recorder.
   */
  public static byte[] newKey() {
    try {
      return KeyGenerator.getInstance(Keyed.ALGORITHM).generateKey().getEncoded();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has " + Keyed.ALGORITHM, e);
    }
  }
}
