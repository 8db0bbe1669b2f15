package dev.fakebeeper.control;

import dev.fakebeeper.world.AppState.Identity;
import dev.fakebeeper.world.AppState.Step;
import dev.fakebeeper.world.SetupMail;
import dev.fakebeeper.world.SetupPlay;
import dev.fakebeeper.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Sign-in and setup of the app itself: where it stands, what mails carry, how it goes on. What is
 * refused is refused with a {@code WorldException} that tells why.
 */
public final class AppSetup {
  private final World world;

  AppSetup(World world) {
    this.world = world;
  }

  /**
   * A mail with a sign-in code.
   *
   * @param to the address, in lower case
   * @param code what a client answers with
   * @param setupRequestId the sign-in that it is for
   */
  public record Mail(String to, String code, Instant sentAt, String setupRequestId) {
    private static Mail of(SetupMail mail) {
      return new Mail(mail.to(), mail.code(), mail.sentAt(), mail.setupRequestId());
    }

    /** Never the code. */
    @Override
    public String toString() {
      return "Mail[to=%s, sentAt=%s]".formatted(to, sentAt);
    }
  }

  /** The state as a client reads it, such as {@code needs-verification}. */
  public String state() {
    return word(world.read().setup().app().step());
  }

  private static String word(Step step) {
    return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The Beeper user who is signed in. */
  public Optional<String> userId() {
    return Optional.ofNullable(world.read().setup().app().identity()).map(Identity::userId);
  }

  /**
   * Puts the app into a state. {@code needs-login} signs the user out; from there, any other state
   * signs the one in whose accounts these are. What takes its time goes on from there by itself.
   *
   * @param state as the API spells it
   * @throws IllegalArgumentException when the API has no such state
   */
  public void goTo(String state) {
    var step = step(state);
    world.run(tx -> SetupPlay.stand(tx, step));
  }

  static Step step(String state) {
    for (var step : Step.values()) {
      if (word(step).equals(state)) {
        return step;
      }
    }
    throw new IllegalArgumentException(
        "state (%s) must be one of %s"
            .formatted(
                state,
                String.join(", ", List.of(Step.values()).stream().map(AppSetup::word).toList())));
  }

  /**
   * The user signs out in the app. The token that the sign-in gave out is taken back, and what
   * needs a token is refused with 403 until somebody signs in, who finds all as it was if it is the
   * same user.
   */
  public void signOut() {
    goTo(word(Step.NEEDS_LOGIN));
  }

  /** What was sent by mail, oldest first. */
  public List<Mail> mail() {
    return world.read().setup().mails().stream().map(Mail::of).toList();
  }

  /** The last mail to an address. */
  public Optional<Mail> mailTo(String address) {
    var email = address.strip().toLowerCase(Locale.ROOT);
    return mail().stream().filter(one -> one.to().equals(email)).reduce((a, b) -> b);
  }

  /**
   * Somebody is a user of Beeper already; everybody else is asked to register.
   *
   * @return the id of the user
   */
  public String enlist(String email, String username) {
    return world.change(tx -> SetupPlay.enlist(tx, email, username));
  }

  /** The recovery key that unlocks; none before a new user has made one. */
  public Optional<String> recoveryKey() {
    return Optional.ofNullable(world.read().setup().keys().inForce());
  }

  /** A new recovery key that was handed out and not confirmed yet. */
  public Optional<String> offeredRecoveryKey() {
    return Optional.ofNullable(world.read().setup().keys().offered());
  }

  /** Changes how sign-in, setup and verifications go from now on. */
  public void plan(UnaryOperator<AppSetupPlan> change) {
    world.run(
        tx -> {
          var setup = tx.state().setup();
          tx.put(setup.withPlan(change.apply(new AppSetupPlan(setup.plan())).plan()));
        });
  }
}
