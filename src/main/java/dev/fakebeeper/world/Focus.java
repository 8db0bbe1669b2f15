package dev.fakebeeper.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One request to bring the app to the front, as it came; every member but the time may be null. */
public record Focus(
    Instant at,
    @Nullable String chatId,
    @Nullable String messageId,
    @Nullable String draftText,
    @Nullable String draftAttachmentPath) {}
