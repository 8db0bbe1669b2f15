package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.Verification;
import java.util.List;

/** A device verification as the vendor's {@code AppVerification}. */
public final class VerificationJson {
  private VerificationJson() {}

  /** An {@code AppVerification}. */
  public static ObjectNode of(Verification verification) {
    return Members.inline()
        .text("id", verification.id())
        .node("availableActions", array(verification.availableActions()))
        .text("direction", verification.direction())
        .node("methods", array(verification.methods()))
        .text("purpose", verification.purpose())
        .text("state", verification.state())
        .node("error", error(verification).doneUnlessEmpty())
        .node("otherDevice", otherDevice(verification).doneUnlessEmpty())
        .text("otherUserID", verification.otherUserId())
        .node("qr", Members.inline().text("data", verification.qrData()).doneUnlessEmpty())
        .node("sas", sas(verification).doneUnlessEmpty())
        .done();
  }

  private static Members error(Verification verification) {
    return Members.inline()
        .text("code", verification.errorCode())
        .text("reason", verification.errorReason());
  }

  private static Members otherDevice(Verification verification) {
    return Members.inline()
        .text("id", verification.otherDeviceId())
        .text("name", verification.otherDeviceName());
  }

  private static Members sas(Verification verification) {
    return Members.inline()
        .text("emojis", verification.sasEmojis())
        .text("decimals", verification.sasDecimals());
  }

  /** An array that stays when it is empty: both lists are required. */
  private static ArrayNode array(List<String> values) {
    var array = JsonNodeFactory.instance.arrayNode();
    values.forEach(array::add);
    return array;
  }
}
