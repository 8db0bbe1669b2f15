package dev.fakebeeper.control;

import dev.fakebeeper.world.Verification;
import dev.fakebeeper.world.Verification.Device;
import dev.fakebeeper.world.Verification.Purpose;
import dev.fakebeeper.world.Verification.Qr;
import dev.fakebeeper.world.Verification.Sas;
import dev.fakebeeper.world.VerificationPlay;
import dev.fakebeeper.world.VerificationRules;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The device verifications of a world, and the device on the other side. */
public final class Verifications {
  private final World world;

  Verifications(World world) {
    this.world = world;
  }

  /**
   * A verification as it is now, with what only the other side knows.
   *
   * @param state as the API spells it
   * @param emojis what both sides compare, null before that has begun
   * @param decimals the same as numbers
   * @param shownHere the payload of the QR code that the client shows, null while there is none
   * @param shownThere the payload of the QR code that the other device shows: what a client scans
   * @param failure the code of what went wrong, null when nothing did
   */
  public record Running(
      String id,
      String purpose,
      String direction,
      String state,
      @Nullable String emojis,
      @Nullable String decimals,
      @Nullable String shownHere,
      @Nullable String shownThere,
      @Nullable String failure) {

    static Running of(Verification verification) {
      var sas = Optional.ofNullable(verification.sas());
      var qr = Optional.ofNullable(verification.qr());
      var failure = verification.failure();
      return new Running(
          verification.id(),
          word(verification.purpose()),
          word(verification.direction()),
          word(verification.stage()),
          sas.map(Sas::emojis).orElse(null),
          sas.map(Sas::decimals).orElse(null),
          qr.map(Qr::here).orElse(null),
          qr.map(Qr::there).orElse(null),
          failure == null ? null : failure.code());
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * What another device asks for.
   *
   * @param purpose {@code login} or {@code device}
   * @param deviceId the device that asks, null for the usual one
   * @param deviceName its name, null for none
   * @param userId whose device it is, null for the user of this one
   */
  public record Wanted(
      String purpose,
      @Nullable String deviceId,
      @Nullable String deviceName,
      @Nullable String userId) {

    /** The user's phone wants to verify this device. */
    public static Wanted byTheUsersPhone() {
      return new Wanted("login", null, null, null);
    }
  }

  /** All that can be read, also those that have ended; the oldest first. */
  public List<Running> all() {
    return world.read().setup().verifications().values().stream().map(Running::of).toList();
  }

  /** Another device asks the client for a verification; the id. */
  public String request(Wanted wanted) {
    var purpose = Purpose.valueOf(wanted.purpose().toUpperCase(Locale.ROOT));
    var device =
        wanted.deviceId() == null ? null : new Device(wanted.deviceId(), wanted.deviceName());
    return world.change(tx -> VerificationPlay.request(tx, purpose, device, wanted.userId())).id();
  }

  /**
   * The device on the other side of the one verification that runs.
   *
   * @throws WorldException when none runs, or several do
   */
  public OtherDevice otherDevice() {
    var running = VerificationRules.running(world.read());
    if (running.isEmpty()) {
      throw WorldException.conflict("No verification runs");
    }
    if (running.size() > 1) {
      throw WorldException.conflict(
          "There are %d verifications; name one by its id".formatted(running.size()));
    }
    return new OtherDevice(world, running.get(0).id());
  }

  /**
   * The device on the other side of a verification.
   *
   * @throws WorldException when there is no such verification
   */
  public OtherDevice otherDevice(String verificationId) {
    world.read().setup().requireVerification(verificationId);
    return new OtherDevice(world, verificationId);
  }
}
