package dev.fakebeeper.world;

import dev.fakebeeper.world.AppState.Step;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The recovery key: what it unlocks, and how another takes its place. Refusals are assumed. */
public final class RecoveryKeyRules {
  private static final int GROUPS = 12;
  private static final int GROUP = 4;

  private RecoveryKeyRules() {}

  /** Unlocks this device; where that was done before, nothing changes. */
  public static void verify(Transaction transaction, String key) {
    var setup = requireReady(transaction);
    if (setup.keys().inForce() == null) {
      throw WorldException.conflict("There is no recovery key yet");
    }
    if (!setup.keys().unlocks(key)) {
      throw WorldException.unsupported("The recovery key is wrong");
    }
    SetupProgress.unlocked(transaction);
  }

  private static SetupState requireReady(Transaction transaction) {
    var setup = transaction.state().setup();
    setup.app().requireIdentity();
    if (setup.app().step() == Step.INITIALIZING) {
      throw WorldException.conflict("The app is still initializing");
    }
    return setup;
  }

  /**
   * Hands out a new key, in place of one that was handed out before; it is not in force yet.
   *
   * @param existing the key in force, null when the user does not have it
   */
  public static String reset(Transaction transaction, @Nullable String existing) {
    var setup = requireReady(transaction);
    if (existing != null && !setup.keys().unlocks(existing)) {
      throw WorldException.unsupported("The existing recovery key is wrong");
    }
    var key = newKey(transaction);
    transaction.put(setup(transaction).withKeys(setup.keys().withOffered(key)));
    return key;
  }

  private static SetupState setup(Transaction transaction) {
    return transaction.state().setup();
  }

  /** In groups of four, as the vendor's keys are written. */
  private static String newKey(Transaction transaction) {
    var text = transaction.newText(GROUPS * GROUP).toUpperCase(Locale.ROOT);
    return IntStream.range(0, GROUPS)
        .mapToObj(group -> text.substring(group * GROUP, (group + 1) * GROUP))
        .collect(Collectors.joining(" "));
  }

  /**
   * Puts the new key in force; this device has all keys then. Accounts whose bridges run in the
   * cloud are signed out (the official client warns of that; the status is inferred).
   */
  public static void confirm(Transaction transaction, String key) {
    var setup = requireReady(transaction);
    if (setup.keys().offered() == null) {
      throw WorldException.conflict("No new recovery key was asked for");
    }
    if (!setup.keys().offers(key)) {
      throw WorldException.unsupported("This is not the new recovery key");
    }
    var keys = new RecoveryKeys(setup.keys().offered(), transaction.now(), null);
    transaction.put(setup.withKeys(keys));
    SetupProgress.unlocked(transaction);
    AccountRules.signOutOfCloud(transaction);
  }
}
