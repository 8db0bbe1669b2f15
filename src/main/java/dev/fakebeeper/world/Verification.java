package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verification of a device, as the newest builds tell it.
 *
 * @param id its id
 * @param purpose {@code login} or {@code device}
 * @param direction {@code incoming} or {@code outgoing}
 * @param state how far it is
 * @param methods {@code qr}, {@code sas}
 * @param availableActions what may be called now
 * @param otherUserId the other user, null when unknown
 * @param otherDeviceId the other device, null when unknown
 * @param otherDeviceName its name, null when unknown
 * @param qrData the payload of the QR code, null when there is none
 * @param sasEmojis the row of emoji to compare, null when there is none
 * @param sasDecimals the numbers to compare, null when there are none
 * @param errorCode why it failed, null unless it did
 * @param errorReason the same for people, null unless it failed
 */
@RecordBuilder
public record Verification(
    String id,
    String purpose,
    String direction,
    String state,
    List<String> methods,
    List<String> availableActions,
    @Nullable String otherUserId,
    @Nullable String otherDeviceId,
    @Nullable String otherDeviceName,
    @Nullable String qrData,
    @Nullable String sasEmojis,
    @Nullable String sasDecimals,
    @Nullable String errorCode,
    @Nullable String errorReason)
    implements VerificationBuilder.With {

  /** Copies the lists. */
  public Verification {
    methods = List.copyOf(methods);
    availableActions = List.copyOf(availableActions);
  }
}
