package dev.fakebeeper.control;

import dev.fakebeeper.world.SetupPlan;
import dev.fakebeeper.world.Verification.Method;
import dev.fakebeeper.world.VerificationPlan;
import dev.fakebeeper.world.VerificationPlan.OtherDevice;
import dev.fakebeeper.world.VerificationPlan.Secrets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** How sign-in, setup and verifications go. Immutable: each method gives a changed copy. */
public final class AppSetupPlan {
  private final SetupPlan plan;

  AppSetupPlan(SetupPlan plan) {
    this.plan = plan;
  }

  SetupPlan plan() {
    return plan;
  }

  /** Every mail carries this code, in place of another one each time. */
  public AppSetupPlan code(String code) {
    return new AppSetupPlan(plan.withCode(code));
  }

  /** How long a code is good; ten minutes as a rule (assumed). */
  public AppSetupPlan codesLastFor(Duration span) {
    return new AppSetupPlan(plan.withCodeLifetime(span));
  }

  /** So many wrong codes end a sign-in; 3 as a rule (assumed). */
  public AppSetupPlan tries(int number) {
    return new AppSetupPlan(plan.withTries(number));
  }

  /** How long a sign-in can be finished; half an hour as a rule (assumed). */
  public AppSetupPlan requestsLastFor(Duration span) {
    return new AppSetupPlan(plan.withRequestLifetime(span));
  }

  /** How long the app is {@code initializing}; two seconds as a rule (assumed). */
  public AppSetupPlan initializesFor(Duration span) {
    return new AppSetupPlan(plan.withInitializing(span));
  }

  /** The app stays {@code initializing} until it is told to go on. */
  public AppSetupPlan neverInitializes() {
    return new AppSetupPlan(plan.withInitializing(null));
  }

  /** How long the first sync takes; ten seconds as a rule (assumed). */
  public AppSetupPlan syncsFor(Duration span) {
    return new AppSetupPlan(plan.withFirstSync(span));
  }

  /** The first sync goes on until the app is told otherwise. */
  public AppSetupPlan neverSyncs() {
    return new AppSetupPlan(plan.withFirstSync(null));
  }

  /**
   * The state behind {@code initializing}, in place of {@code needs-verification} for a known user
   * and {@code needs-cross-signing-setup} for a new one.
   *
   * @param state as the API spells it
   */
  public AppSetupPlan thenNeeds(String state) {
    return new AppSetupPlan(plan.withAfterInitializing(AppSetup.step(state)));
  }

  /** The other device accepts and confirms when it is its turn; the usual way. */
  public AppSetupPlan otherDeviceHelps() {
    return otherDevice(OtherDevice.HELPS);
  }

  /** The other device cancels when it is its turn. */
  public AppSetupPlan otherDeviceRefuses() {
    return otherDevice(OtherDevice.REFUSES);
  }

  /** The other device accepts, and then finds that what is compared or scanned differs. */
  public AppSetupPlan otherDeviceMismatches() {
    return otherDevice(OtherDevice.MISMATCHES);
  }

  /** The other device does nothing until it is told to. */
  public AppSetupPlan otherDeviceWaits() {
    return otherDevice(OtherDevice.WAITS);
  }

  private AppSetupPlan otherDevice(OtherDevice device) {
    return with(all -> all.withOtherDevice(device));
  }

  /** How long the other device takes for whatever it does; three seconds as a rule (assumed). */
  public AppSetupPlan otherDeviceTakes(Duration span) {
    return with(all -> all.withActsAfter(span));
  }

  /** What both devices can do: {@code qr}, {@code sas} or both. */
  public AppSetupPlan methods(String... methods) {
    var known = Arrays.stream(methods).map(one -> Method.valueOf(one.toUpperCase(Locale.ROOT)));
    return with(all -> all.withMethods(known.toList()));
  }

  /** How long a verification runs that nobody finishes; ten minutes as a rule (assumed). */
  public AppSetupPlan verificationsLastFor(Duration span) {
    return with(all -> all.withLifetime(span));
  }

  /** How long a verification can be read once it has ended; an hour as a rule (assumed). */
  public AppSetupPlan verificationsAreKeptFor(Duration span) {
    return with(all -> all.withKeptFor(span));
  }

  /** The keys come along when another device verifies this one; the usual way (assumed). */
  public AppSetupPlan secretsArrive() {
    return with(all -> all.withSecrets(Secrets.ARRIVE));
  }

  /** A device that another one has verified still {@code needs-secrets}. */
  public AppSetupPlan secretsStayAway() {
    return with(all -> all.withSecrets(Secrets.STAY_AWAY));
  }

  private AppSetupPlan with(UnaryOperator<VerificationPlan> change) {
    return new AppSetupPlan(plan.withVerifications(change.apply(plan.verifications())));
  }
}
