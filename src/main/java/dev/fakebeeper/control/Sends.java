package dev.fakebeeper.control;

import dev.fakebeeper.world.DeadSends;
import dev.fakebeeper.world.SendProfile;
import dev.fakebeeper.world.SendProfiles;
import dev.fakebeeper.world.SendRules;
import dev.fakebeeper.world.World;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * How messages that the client sends go: how long each step takes and how it ends. Applies to sends
 * that are taken from now on.
 *
 * <pre>{@code
 * world.sends().in(chatId, plan -> plan.pendingFor(Duration.ofSeconds(40)));
 * world.sends().on("whatsapp", plan -> plan.failsForGood("blocked", "They blocked you"));
 * }</pre>
 */
public final class Sends {
  private final World world;

  Sends(World world) {
    this.world = world;
  }

  /** Changes the plan of the whole world. */
  public void everywhere(UnaryOperator<Plan> change) {
    update(profiles -> profiles.withStandard(changed(profiles.standard(), change)));
  }

  /** Changes the plan of an account, starting from that of the world. */
  public void on(String accountId, UnaryOperator<Plan> change) {
    world.read().requireAccount(accountId);
    update(
        profiles ->
            profiles.withAccount(
                accountId,
                changed(
                    profiles.byAccount().getOrDefault(accountId, profiles.standard()), change)));
  }

  /** Changes the plan of a chat, starting from the one that holds there. */
  public void in(String chatId, UnaryOperator<Plan> change) {
    var chat = world.read().requireChat(chatId);
    update(profiles -> profiles.withChat(chat.id(), changed(profiles.of(chat), change)));
  }

  /**
   * Does the next step of a send now; for plans whose steps wait to be called for.
   *
   * @return false when nothing is left to do
   */
  public boolean step(String pendingMessageId) {
    return world.change(tx -> SendRules.step(tx, pendingMessageId));
  }

  /** What becomes of messages that are sent from an account which is not connected. */
  public enum Dead {
    /** They are taken, and fail so that they can be tried again; the usual way (assumed). */
    FAIL_RETRIABLE,
    /** They are taken, and fail for good. */
    FAIL_PERMANENT,
    /** The call is refused with 502. */
    REFUSED
  }

  /**
   * Changes what becomes of messages that are sent from an account which is not connected. Plans
   * that end otherwise than well come before it.
   */
  public void fromDeadAccounts(Dead choice) {
    var deadSends = DeadSends.valueOf(choice.name());
    world.run(
        tx -> tx.update(state -> state.withBridges(state.bridges().withDeadSends(deadSends))));
  }

  private void update(UnaryOperator<SendProfiles> change) {
    world.run(tx -> tx.update(state -> state.withSendProfiles(change.apply(state.sendProfiles()))));
  }

  private static SendProfile changed(SendProfile profile, UnaryOperator<Plan> change) {
    return change.apply(new Plan(profile)).profile;
  }

  /** A plan for sends. Immutable: each method gives a changed copy. */
  public static final class Plan {
    private final SendProfile profile;

    private Plan(SendProfile profile) {
      this.profile = profile;
    }

    /** How long the pending id stays unknown. */
    public Plan unknownFor(Duration span) {
      return new Plan(profile.withAppearsAfter(span));
    }

    /** How long the message stays pending, each time it is tried. */
    public Plan pendingFor(Duration span) {
      return new Plan(profile.withSettlesAfter(span));
    }

    /** It fails a number of times and is tried again after a while each time. */
    public Plan failsFirst(int times, Duration pause) {
      return new Plan(profile.withRetriableFailures(times).withRetriesAfter(pause));
    }

    /** It succeeds in the end. */
    public Plan succeeds() {
      return new Plan(profile.withEnding(SendProfile.Ending.SUCCESS));
    }

    /** It fails for good. */
    public Plan failsForGood(String reason, String message) {
      return new Plan(
          profile
              .withEnding(SendProfile.Ending.FAIL_PERMANENT)
              .withFailure(new SendProfile.Failure(reason, message)));
    }

    /** The call itself is refused with 502 and nothing is stored. */
    public Plan refused(String message) {
      return new Plan(
          profile
              .withEnding(SendProfile.Ending.REFUSED)
              .withFailure(new SendProfile.Failure("refused", message)));
    }

    /** How long after the success the network tells that it was delivered. */
    public Plan deliveredAfter(Duration span) {
      return new Plan(profile.withDeliveredAfter(span));
    }

    /** How long after the success it is seen. */
    public Plan seenAfter(Duration span) {
      return new Plan(profile.withSeenAfter(span));
    }

    /** Nobody tells of delivery and nobody looks. */
    public Plan neverSeen() {
      return new Plan(profile.withDeliveredAfter(null).withSeenAfter(null));
    }

    /** Each step waits until {@link Sends#step} calls for it. */
    public Plan byHand() {
      return new Plan(profile.withPace(SendProfile.Pace.MANUAL));
    }

    /** Steps come by time. */
    public Plan byTime() {
      return new Plan(profile.withPace(SendProfile.Pace.TIMED));
    }
  }
}
