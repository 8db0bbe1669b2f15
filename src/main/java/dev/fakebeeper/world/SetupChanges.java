package dev.fakebeeper.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What clients see change of sign-in and setup. A verification that ends is told with its last
 * state and then as gone, and the state of the app follows (assumed).
 */
final class SetupChanges {
  private SetupChanges() {}

  @SuppressWarnings("ReferenceEquality") // the same object means that nothing was written
  static List<Change> between(SetupState before, SetupState after) {
    if (before == after) {
      return List.of();
    }
    var changes = new ArrayList<Change>();
    for (var verification : after.verifications().values()) {
      if (!verification.looksLike(before.verifications().get(verification.id()))) {
        changes.add(new Change.VerificationUpdated(verification));
      }
    }
    if (before.verifications().values().stream().anyMatch(one -> hasEnded(one, after))) {
      changes.add(new Change.VerificationRemoved());
    }
    if (!changes.isEmpty() || isSeen(before, after)) {
      changes.add(new Change.AppStateUpdated(after));
    }
    return changes;
  }

  private static boolean hasEnded(Verification before, SetupState after) {
    var now = after.verifications().get(before.id());
    return before.isOpen() && (now == null || !now.isOpen());
  }

  private static boolean isSeen(SetupState before, SetupState after) {
    return !before.app().equals(after.app())
        || !Objects.equals(before.keys().madeAt(), after.keys().madeAt());
  }
}
