package dev.fakebeeper.operations;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Choices of the API's surface where evidence differs between builds or observers. Each default is
 * the one that the evidence favours.
 *
 * @param chatsPage chats on a page of the list (25 observed)
 * @param messagesPage messages on a page (20 observed twice, 25 once)
 * @param scopeStatus the status for a missing scope: 403 documented, 401 seen in the wild
 * @param validationStatus the status for a request that breaks the contract: 400, or 422
 * @param conflictStatus the status for a clash with the state: 409 since 4.3.0, else 422
 * @param serveContentType whether serving an asset names its bytes octet-stream (documented) or
 *     sends no type (observed)
 * @param wordMatch how a word of a message search is found
 */
@RecordBuilder
public record OperationsSettings(
    int chatsPage,
    int messagesPage,
    int scopeStatus,
    int validationStatus,
    int conflictStatus,
    ServeContentType serveContentType,
    WordMatch wordMatch)
    implements OperationsSettingsBuilder.With {

  /** What Content-Type serving an asset sends. */
  public enum ServeContentType {
    OCTET_STREAM,
    NONE
  }

  /** How a word of a message search is found in a text. */
  public enum WordMatch {
    WHOLE_WORD,
    SUBSTRING
  }

  /** The defaults of the newest build. */
  public static OperationsSettings defaults() {
    return new OperationsSettings(
        25, 20, 403, 400, 409, ServeContentType.OCTET_STREAM, WordMatch.WHOLE_WORD);
  }
}
