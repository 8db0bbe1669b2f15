package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.pcollections.PVector;

/**
 * How far a network has handed over what it has for a new account.
 *
 * @param accountId the account
 * @param since when the sign-in was complete; all that comes is older
 * @param chatIds the chats, in the order of the bridge's imports; none before the first portion
 * @param done how many portions have come
 * @param telling who hears of the messages
 */
@RecordBuilder
public record Backfill(
    String accountId,
    Instant since,
    PVector<String> chatIds,
    int done,
    HistoryRules.Telling telling)
    implements BackfillBuilder.With {}
