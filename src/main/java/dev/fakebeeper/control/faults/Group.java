package dev.fakebeeper.control.faults;

import dev.fakebeeper.contract.Operation;
import java.util.Locale;
import java.util.Set;

/** Operations that tend to fail together. */
public enum Group {
  /** Every operation. */
  ALL,
  /** Operations with GET that a token with the scope {@code read} may call. */
  READS,
  /** Operations that need the scope {@code write}. */
  WRITES,
  /** Calls that send a message: {@code sendMessage}, and new chats that begin with a text. */
  SENDS,
  /** Both ways of uploading a file. */
  UPLOADS;

  private static final Set<String> CHAT_STARTS = Set.of("createChat", "startChat");
  private static final Set<String> UPLOAD_OPERATIONS = Set.of("uploadAsset", "uploadAssetBase64");

  boolean has(FaultCall call) {
    var operation = call.operation();
    return switch (this) {
      case ALL -> true;
      case READS -> operation.scope() == Operation.Scope.READ && operation.method().equals("GET");
      case WRITES -> operation.scope() == Operation.Scope.WRITE;
      case SENDS -> operation.id().equals("sendMessage") || startsWithText(call);
      case UPLOADS -> UPLOAD_OPERATIONS.contains(operation.id());
    };
  }

  private static boolean startsWithText(FaultCall call) {
    return CHAT_STARTS.contains(call.operation().id())
        && !call.body().path("messageText").asText("").isEmpty();
  }

  /** As files and the control API spell it, such as {@code reads}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
