package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;

/**
 * What the owner sends.
 *
 * @param type what it is made of
 * @param html the text as Matrix HTML, null when there is none
 * @param attachment null when there is none
 * @param replyTo any id of the message it answers, null when none
 * @param mentions user ids or {@code @room}
 */
@RecordBuilder
public record Outgoing(
    MessageType type,
    @Nullable String html,
    @Nullable Attachment attachment,
    @Nullable String replyTo,
    PVector<String> mentions)
    implements OutgoingBuilder.With {}
