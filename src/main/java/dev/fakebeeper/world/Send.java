package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;

/**
 * A message of the owner on its way.
 *
 * @param pendingId the id that the caller got
 * @param chatId the chat
 * @param outgoing what is sent
 * @param takenAt when the call was answered; the timestamp of the message
 * @param linkedMessageId the resolved id of the message it answers, empty when none
 * @param profile how it goes
 * @param stage what comes next
 * @param sortKey its place once it has appeared, 0 before
 * @param failures how often it failed so far
 */
@RecordBuilder
public record Send(
    String pendingId,
    String chatId,
    Outgoing outgoing,
    Instant takenAt,
    String linkedMessageId,
    SendProfile profile,
    Stage stage,
    long sortKey,
    int failures)
    implements SendBuilder.With {

  /** What the next step does. */
  public enum Stage {
    APPEAR,
    SETTLE,
    RETRY,
    DELIVER,
    SEE
  }
}
