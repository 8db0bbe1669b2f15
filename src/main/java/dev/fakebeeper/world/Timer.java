package dev.fakebeeper.world;

import java.time.Duration;

/**
 * Something that happens later. Data, not code: pending work is part of the state, so a snapshot, a
 * fork and an export carry it along.
 */
public sealed interface Timer {

  /** The next step in the life of a send. */
  record SendStep(String pendingId) implements Timer {}

  /** A reminder is due. */
  record ReminderDue(String chatId) implements Timer {}

  /** A snooze ends. */
  record SnoozeEnd(String chatId) implements Timer {}

  /** A disappearing message goes. */
  record MessageExpiry(String chatId, long sortKey) implements Timer {}

  /** An upload is forgotten. */
  record UploadExpiry(String uploadId) implements Timer {}

  /** A token's lifetime ends. */
  record TokenExpiry(String token) implements Timer {
    /** Never the secret. */
    @Override
    public String toString() {
      return "TokenExpiry[]";
    }
  }

  /** A code of an OAuth client can no longer be exchanged. */
  record CodeExpiry(String code) implements Timer {
    /** Never the secret. */
    @Override
    public String toString() {
      return "CodeExpiry[]";
    }
  }

  /** A user who is asked for a token can no longer answer. */
  record ConsentExpiry(String consentId) implements Timer {}

  /** A sign-in ends that nobody finished. */
  record LoginExpiry(String loginSessionId) implements Timer {}

  /** What a sign-in shows gives way to something new. */
  record LoginRotation(String loginSessionId) implements Timer {}

  /** The other side of a sign-in does what it will do. */
  record LoginAct(String loginSessionId) implements Timer {}

  /** A sign-in that has ended cannot be read any longer. */
  record LoginForgetting(String loginSessionId) implements Timer {}

  /** An account comes a step nearer to being connected, with all that its network has. */
  record AccountProgress(String accountId) implements Timer {}

  /** The app comes a step further in its setup by itself. */
  record SetupStep() implements Timer {}

  /** A sign-in with the app is forgotten. */
  record SetupRequestExpiry(String setupRequestId) implements Timer {}

  /** A verification ends that nobody finished. */
  record VerificationExpiry(String verificationId) implements Timer {}

  /** The other device does what it will do. */
  record VerificationAct(String verificationId) implements Timer {}

  /** A verification that has ended cannot be read any longer. */
  record VerificationForgetting(String verificationId) implements Timer {}

  /**
   * Something that another part of the fake has planned for this instant. The world only keeps the
   * time and tells who listens ({@link World#onPlanned}).
   *
   * @param owner the part, such as {@code scenario}
   * @param key what it is, in the owner's words
   */
  record Planned(String owner, String key) implements Timer {}

  /** How long an upload lives unless the world's rules say otherwise (assumed). */
  Duration UPLOAD_LIFETIME = Duration.ofHours(24);
}
