package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;

/**
 * A message that somebody else sends.
 *
 * @param chatId the chat, by id or local id
 * @param senderId a member of it; the owner's own id for a message from another of the owner's
 *     devices
 * @param type what it is made of
 * @param html the text as Matrix HTML, null when there is none
 * @param attachments its attachments
 * @param replyTo any id of the message it answers, null when none
 * @param mentions user ids or {@code @room}
 * @param links link previews
 */
@RecordBuilder
public record Incoming(
    String chatId,
    String senderId,
    MessageType type,
    @Nullable String html,
    PVector<Attachment> attachments,
    @Nullable String replyTo,
    PVector<String> mentions,
    PVector<Message.LinkPreview> links)
    implements IncomingBuilder.With {}
