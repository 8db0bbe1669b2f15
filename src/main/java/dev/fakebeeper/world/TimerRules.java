package dev.fakebeeper.world;

/** What happens when a timer fires. What it was about may be gone by then; then nothing happens. */
final class TimerRules {
  private TimerRules() {}

  static void fire(Transaction transaction, Timer timer) {
    if (timer instanceof Timer.SendStep step) {
      SendRules.step(transaction, step.pendingId());
    } else if (timer instanceof Timer.ReminderDue reminder) {
      transaction
          .state()
          .findChat(reminder.chatId())
          .ifPresent(chat -> transaction.put(chat.withReminder(null)));
    } else if (timer instanceof Timer.SnoozeEnd snooze) {
      transaction
          .state()
          .findChat(snooze.chatId())
          .ifPresent(chat -> transaction.put(chat.withSnooze(null)));
    } else if (timer instanceof Timer.MessageExpiry expiry) {
      expire(transaction, expiry);
    } else if (timer instanceof Timer.UploadExpiry upload) {
      transaction.update(state -> state.withUploads(state.uploads().minus(upload.uploadId())));
    } else if (timer instanceof Timer.AccountProgress progress) {
      BackfillRules.step(transaction, progress.accountId());
    } else if (isOfLogin(timer)) {
      login(transaction, timer);
    } else if (isOfSetup(timer)) {
      setup(transaction, timer);
    } else if (timer instanceof Timer.ConsentExpiry consent) {
      ConsentRules.fetched(transaction, consent.consentId());
    } else if (!isOnlyTold(timer)) {
      throw new AssertionError("unknown timer: " + timer);
    }
  }

  /**
   * A token and a code know their own ends; their timers only make those moments visible to whoever
   * moves the clock. What is planned is up to its owner, whom the world tells.
   */
  private static boolean isOnlyTold(Timer timer) {
    return timer instanceof Timer.TokenExpiry
        || timer instanceof Timer.CodeExpiry
        || timer instanceof Timer.Planned;
  }

  private static boolean isOfLogin(Timer timer) {
    return timer instanceof Timer.LoginExpiry
        || timer instanceof Timer.LoginRotation
        || timer instanceof Timer.LoginAct
        || timer instanceof Timer.LoginForgetting;
  }

  /** A session that ends takes its timers along, so each finds what it is about. */
  private static void login(Transaction transaction, Timer timer) {
    if (timer instanceof Timer.LoginExpiry expiry) {
      LoginPlay.expire(transaction, expiry.loginSessionId());
    } else if (timer instanceof Timer.LoginRotation rotation) {
      LoginPlay.rotate(transaction, rotation.loginSessionId());
    } else if (timer instanceof Timer.LoginAct act) {
      LoginPlay.act(transaction, act.loginSessionId());
    } else if (timer instanceof Timer.LoginForgetting forgetting) {
      LoginPlay.forget(transaction, forgetting.loginSessionId());
    }
  }

  private static boolean isOfSetup(Timer timer) {
    return timer instanceof Timer.SetupStep
        || timer instanceof Timer.SetupRequestExpiry
        || timer instanceof Timer.VerificationExpiry
        || timer instanceof Timer.VerificationAct
        || timer instanceof Timer.VerificationForgetting;
  }

  private static void setup(Transaction transaction, Timer timer) {
    if (timer instanceof Timer.SetupStep) {
      SetupProgress.step(transaction);
    } else if (timer instanceof Timer.SetupRequestExpiry expiry) {
      SetupProgress.forget(transaction, expiry.setupRequestId());
    } else if (timer instanceof Timer.VerificationExpiry expiry) {
      VerificationPlay.expire(transaction, expiry.verificationId());
    } else if (timer instanceof Timer.VerificationAct act) {
      VerificationPlay.act(transaction, act.verificationId());
    } else if (timer instanceof Timer.VerificationForgetting forgetting) {
      VerificationProgress.forget(transaction, forgetting.verificationId());
    }
  }

  private static void expire(Transaction transaction, Timer.MessageExpiry expiry) {
    var state = transaction.state();
    state
        .findChat(expiry.chatId())
        .flatMap(chat -> state.logOf(chat).at(expiry.sortKey()))
        .ifPresent(transaction::removeMessage);
  }
}
