package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verification of a device. Which stage follows on what, and what may be called in which, is
 * inferred from the names that the API has.
 *
 * @param id its id
 * @param purpose what it is for
 * @param direction who began it
 * @param stage how far it is
 * @param methods what both sides can do
 * @param otherUserId whose device is on the other side
 * @param otherDevice the other device, null while it is not known
 * @param qr the codes that both sides show, null until both are ready, and without that method
 * @param sas what both sides compare, null until that has begun
 * @param scannedBy who scanned the code of the other side, null as long as nobody did
 * @param confirmed who said that what is compared is the same
 * @param failure why it ended without success, null unless it did
 * @param expiresAt when it ends if nobody finishes it
 */
@RecordBuilder
public record Verification(
    String id,
    Purpose purpose,
    Direction direction,
    Stage stage,
    List<Method> methods,
    String otherUserId,
    @Nullable Device otherDevice,
    @Nullable Qr qr,
    @Nullable Sas sas,
    @Nullable Side scannedBy,
    Set<Side> confirmed,
    @Nullable Failure failure,
    Instant expiresAt)
    implements VerificationBuilder.With {

  /** Copies the list and the set. */
  public Verification {
    methods = List.copyOf(methods);
    confirmed = Set.copyOf(confirmed);
  }

  /** What it is for. */
  public enum Purpose {
    LOGIN,
    DEVICE
  }

  /** Who began it, as this device sees it. */
  public enum Direction {
    INCOMING,
    OUTGOING
  }

  /** How far it is. */
  public enum Stage {
    REQUESTED,
    READY,
    SAS_READY,
    QR_SCANNED,
    DONE,
    CANCELLED,
    ERROR
  }

  /** A way to verify. */
  public enum Method {
    QR,
    SAS
  }

  /** What may be called. */
  public enum Action {
    ACCEPT,
    SAS_START,
    SAS_CONFIRM,
    QR_CONFIRM_SCANNED,
    CANCEL
  }

  /** This device, or the other one. */
  public enum Side {
    HERE,
    THERE
  }

  /**
   * The other device.
   *
   * @param id its id
   * @param name its name, null when it has none
   */
  public record Device(String id, @Nullable String name) {}

  /**
   * The codes that both sides show.
   *
   * @param here the payload that this device shows
   * @param there the payload that the other device shows; only a camera knows it
   */
  public record Qr(String here, String there) {}

  /**
   * What both sides compare.
   *
   * @param emojis a row of emoji without anything between them (assumed)
   * @param decimals three numbers with blanks between them (assumed)
   */
  public record Sas(String emojis, String decimals) {}

  /**
   * Why it ended.
   *
   * @param code for programs, in the words of Matrix (assumed)
   * @param reason for people
   */
  public record Failure(String code, String reason) {}

  /** Whether something can still become of it. */
  public boolean isOpen() {
    return stage.compareTo(Stage.DONE) < 0;
  }

  /** What the client may call now. */
  public List<Action> actions() {
    return switch (stage) {
      case REQUESTED ->
          direction == Direction.INCOMING
              ? List.of(Action.ACCEPT, Action.CANCEL)
              : List.of(Action.CANCEL);
      case READY ->
          methods.contains(Method.SAS)
              ? List.of(Action.SAS_START, Action.CANCEL)
              : List.of(Action.CANCEL);
      case SAS_READY ->
          confirmed.contains(Side.HERE)
              ? List.of(Action.CANCEL)
              : List.of(Action.SAS_CONFIRM, Action.CANCEL);
      case QR_SCANNED ->
          scannedBy == Side.THERE
              ? List.of(Action.QR_CONFIRM_SCANNED, Action.CANCEL)
              : List.of(Action.CANCEL);
      case DONE, CANCELLED, ERROR -> List.of();
    };
  }

  /** Whether it waits for the other device. */
  boolean isOthersTurn() {
    return switch (stage) {
      case REQUESTED -> direction == Direction.OUTGOING;
      case SAS_READY -> !confirmed.contains(Side.THERE);
      case QR_SCANNED -> scannedBy == Side.HERE;
      case READY, DONE, CANCELLED, ERROR -> false;
    };
  }

  /** Whether a client cannot tell it from another one: it does not see what only others know. */
  boolean looksLike(@Nullable Verification other) {
    return other != null
        && stage == other.stage
        && Objects.equals(otherDevice, other.otherDevice)
        && actions().equals(other.actions());
  }
}
