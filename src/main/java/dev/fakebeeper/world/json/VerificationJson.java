package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.Verification;
import dev.fakebeeper.world.Verification.Stage;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A device verification as the vendor's {@code AppVerification}. */
public final class VerificationJson {
  private VerificationJson() {}

  /** An {@code AppVerification}. Codes are shown while they are of use (inferred). */
  public static ObjectNode of(Verification verification) {
    return Members.inline()
        .text("id", verification.id())
        .node("availableActions", array(verification.actions(), VerificationJson::word))
        .text("direction", lower(verification.direction()))
        .node("methods", array(verification.methods(), VerificationJson::lower))
        .text("purpose", lower(verification.purpose()))
        .text("state", lower(verification.stage()))
        .node("error", error(verification.failure()))
        .node("otherDevice", otherDevice(verification.otherDevice()))
        .text("otherUserID", verification.otherUserId())
        .node("qr", verification.stage() == Stage.READY ? qr(verification.qr()) : null)
        .node("sas", verification.stage() == Stage.SAS_READY ? sas(verification.sas()) : null)
        .done();
  }

  private static @Nullable ObjectNode error(Verification.@Nullable Failure failure) {
    return failure == null
        ? null
        : Members.inline().text("code", failure.code()).text("reason", failure.reason()).done();
  }

  private static @Nullable ObjectNode otherDevice(Verification.@Nullable Device device) {
    return device == null
        ? null
        : Members.inline().text("id", device.id()).text("name", device.name()).done();
  }

  private static @Nullable ObjectNode qr(Verification.@Nullable Qr qr) {
    return qr == null ? null : Members.inline().text("data", qr.here()).done();
  }

  private static @Nullable ObjectNode sas(Verification.@Nullable Sas sas) {
    return sas == null
        ? null
        : Members.inline().text("emojis", sas.emojis()).text("decimals", sas.decimals()).done();
  }

  private static String word(Verification.Action action) {
    return switch (action) {
      case ACCEPT -> "accept";
      case SAS_START -> "sas.start";
      case SAS_CONFIRM -> "sas.confirm";
      case QR_CONFIRM_SCANNED -> "qr.confirmScanned";
      case CANCEL -> "cancel";
    };
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** An array that stays when it is empty: both lists are required. */
  private static <T> ArrayNode array(List<T> values, Function<T, String> word) {
    var array = JsonNodeFactory.instance.arrayNode();
    values.forEach(value -> array.add(word.apply(value)));
    return array;
  }
}
