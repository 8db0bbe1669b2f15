package dev.fakebeeper.world;

import dev.fakebeeper.world.AppState.Step;
import java.util.List;
import java.util.Locale;

/** What happens to sign-in and setup without the client. */
public final class SetupPlay {
  private SetupPlay() {}

  /**
   * The user signs out in the app: the token that the sign-in gave out is taken back, verifications
   * end, and until somebody signs in nothing can be read. Who signs in again finds all of it.
   */
  public static void signOut(Transaction transaction) {
    var setup = transaction.state().setup();
    if (setup.accessToken() != null) {
      TokenRules.revoke(transaction, setup.accessToken());
    }
    transaction.cancel(new Timer.SetupStep());
    List.copyOf(setup.verifications().keySet())
        .forEach(id -> VerificationProgress.forget(transaction, id));
    transaction.put(
        transaction.state().setup().withApp(AppState.signedOut()).withAccessToken(null));
  }

  /**
   * Puts the app at a step. Nobody is signed in at the first; at the others it is whoever the
   * accounts belong to, unless somebody is signed in already.
   */
  public static void stand(Transaction transaction, Step step) {
    if (step == Step.NEEDS_LOGIN) {
      signOut(transaction);
      return;
    }
    var setup = transaction.state().setup();
    if (!setup.app().isSignedIn()) {
      var usual = AppState.ready().requireIdentity();
      var identity = new AppState.Identity(setup.dataOf(), usual.deviceId(), usual.homeserver());
      transaction.put(setup.withApp(new AppState(step, identity)));
    }
    SetupProgress.goTo(transaction, step);
  }

  /** Somebody is a user of Beeper already. */
  public static String enlist(Transaction transaction, String email, String username) {
    var userId = SetupRules.userId(username);
    var setup = transaction.state().setup();
    var address = email.strip().toLowerCase(Locale.ROOT);
    transaction.put(setup.withMembers(setup.members().plus(address, userId)));
    return userId;
  }
}
