package dev.fakebeeper.world;

import dev.fakebeeper.world.AppState.Step;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the app gets from one step of its setup to the next. The order is inferred. */
final class SetupProgress {
  private static final int DEVICE_LENGTH = 10;

  private SetupProgress() {}

  /**
   * Signs a user in, and forgets every other sign-in.
   *
   * @param world the name of the world, for its token
   */
  static Token signIn(Transaction transaction, String world, String userId) {
    forgetRequests(transaction);
    if (!userId.equals(transaction.state().setup().dataOf())) {
      startAfresh(transaction, userId);
    }
    var scopes = EnumSet.allOf(Token.Scope.class);
    var token = TokenRules.mint(transaction, world, scopes, null);
    var device = transaction.newText(DEVICE_LENGTH).toUpperCase(Locale.ROOT);
    var identity = new AppState.Identity(userId, device, AppState.Identity.HOMESERVER);
    transaction.put(
        transaction
            .state()
            .setup()
            .withApp(new AppState(Step.INITIALIZING, identity))
            .withAccessToken(token.value()));
    planStep(transaction);
    return token;
  }

  /**
   * Somebody else's app has none of the accounts, nor of the sign-ins for further ones; the account
   * on Beeper itself is the user's own.
   */
  private static void startAfresh(Transaction transaction, String userId) {
    LoginPlay.forgetAll(transaction);
    List.copyOf(transaction.state().accounts().values())
        .forEach(account -> AccountRules.handOver(transaction, account, userId));
    transaction.put(transaction.state().setup().withDataOf(userId));
  }

  private static void forgetRequests(Transaction transaction) {
    var setup = transaction.state().setup();
    setup.requests().keySet().forEach(id -> transaction.cancel(new Timer.SetupRequestExpiry(id)));
    transaction.put(transaction.state().setup().withRequests(SetupState.ready().requests()));
  }

  static void forget(Transaction transaction, String requestId) {
    var setup = transaction.state().setup();
    transaction.put(setup.withRequests(setup.requests().minus(requestId)));
  }

  /** Goes to a step of somebody who is signed in, and plans how it goes on from there. */
  static void goTo(Transaction transaction, Step step) {
    var setup = transaction.state().setup();
    transaction.put(
        setup.withApp(setup.app().withStep(step)).withKeys(fitting(setup.keys(), step)));
    planStep(transaction);
  }

  /** Whoever needs cross-signing has no key yet, whoever is past that has one. */
  private static RecoveryKeys fitting(RecoveryKeys keys, Step step) {
    if (step == Step.NEEDS_CROSS_SIGNING_SETUP) {
      return RecoveryKeys.NONE;
    }
    return step.compareTo(Step.NEEDS_CROSS_SIGNING_SETUP) > 0 && keys.inForce() == null
        ? RecoveryKeys.usual()
        : keys;
  }

  private static void planStep(Transaction transaction) {
    var setup = transaction.state().setup();
    var takes = takes(setup.app().step(), setup.plan());
    transaction.cancel(new Timer.SetupStep());
    if (takes != null) {
      transaction.schedule(transaction.now().plus(takes), new Timer.SetupStep());
    }
  }

  private static @Nullable Duration takes(Step step, SetupPlan plan) {
    return switch (step) {
      case INITIALIZING -> plan.initializing();
      case NEEDS_FIRST_SYNC -> plan.firstSync();
      case NEEDS_LOGIN, NEEDS_CROSS_SIGNING_SETUP, NEEDS_VERIFICATION, NEEDS_SECRETS, READY -> null;
    };
  }

  /** A step that takes its time is over. */
  static void step(Transaction transaction) {
    var setup = transaction.state().setup();
    if (setup.app().step() == Step.INITIALIZING) {
      goTo(transaction, afterInitializing(setup));
    } else if (setup.app().step() == Step.NEEDS_FIRST_SYNC) {
      goTo(transaction, Step.READY);
    }
  }

  private static Step afterInitializing(SetupState setup) {
    var planned = setup.plan().afterInitializing();
    if (planned != null) {
      return planned;
    }
    return setup.keys().inForce() == null
        ? Step.NEEDS_CROSS_SIGNING_SETUP
        : Step.NEEDS_VERIFICATION;
  }

  /** Another device of the user trusts this one. */
  static void trusted(Transaction transaction) {
    var setup = transaction.state().setup();
    if (setup.app().step() == Step.NEEDS_VERIFICATION) {
      var arrive = setup.plan().verifications().secrets() == VerificationPlan.Secrets.ARRIVE;
      goTo(transaction, arrive ? Step.NEEDS_FIRST_SYNC : Step.NEEDS_SECRETS);
    }
  }

  /** This device has all the keys of the user. */
  static void unlocked(Transaction transaction) {
    if (transaction.state().setup().app().step().compareTo(Step.NEEDS_FIRST_SYNC) < 0) {
      goTo(transaction, Step.NEEDS_FIRST_SYNC);
    }
  }
}
