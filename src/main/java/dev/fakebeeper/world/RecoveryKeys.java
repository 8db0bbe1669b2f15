package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The recovery keys of the user.
 *
 * @param inForce the one that unlocks, null when the user never made one
 * @param madeAt when it was confirmed, null when that is not known
 * @param offered a new one that was handed out and not confirmed yet, null when there is none
 */
@RecordBuilder
public record RecoveryKeys(
    @Nullable String inForce, @Nullable Instant madeAt, @Nullable String offered)
    implements RecoveryKeysBuilder.With {
  /** The recovery key of every world that starts ready. */
  public static final String USUAL = "EsTf AKEB EEPR RECO VERY KEYF OREV ERYO NEWH OTES";

  static final RecoveryKeys NONE = new RecoveryKeys(null, null, null);

  /** The usual one, from some day before. */
  static RecoveryKeys usual() {
    return new RecoveryKeys(USUAL, null, null);
  }

  /** Whether a key is the one in force; blanks between its groups do not matter. */
  boolean unlocks(String key) {
    return same(inForce, key);
  }

  boolean offers(String key) {
    return same(offered, key);
  }

  private static boolean same(@Nullable String known, String key) {
    return known != null && compact(known).equals(compact(key));
  }

  private static String compact(String key) {
    return key.replaceAll("\\s", "");
  }

  /** Never the keys. */
  @Override
  public String toString() {
    return "RecoveryKeys[madeAt=%s]".formatted(madeAt);
  }
}
