package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.Seen;
import dev.fakebeeper.world.SendStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Messages from the vendor's {@code Message}. */
public final class MessageReader {
  private MessageReader() {}

  /**
   * A message with {@code id}, {@code chatID} and a {@code sortKey}. How often it was edited is not
   * told: once, if it was at all.
   */
  public static Message read(JsonNode json) {
    var message = Given.in(json);
    var edited = message.time("editedTimestamp");
    return new Message(
        message.id("id"),
        null,
        message.id("chatID"),
        message.text("accountID", ""),
        message.text("senderID", ""),
        message.text("senderName"),
        Objects.requireNonNullElse(message.time("timestamp"), Instant.EPOCH),
        message.sortKey("sortKey"),
        message.word("type", MessageType.TEXT),
        message.text("text"),
        edited,
        message.flag("isSender"),
        message.object("sendStatus", MessageReader::sendStatus),
        message.flag("isHidden"),
        message.flag("isDeleted"),
        vector(message.objects("attachments", MessageReader::attachment)),
        message.text("linkedMessageID"),
        mentions(message),
        vector(message.objects("links", MessageReader::link)),
        vector(message.objects("reactions", MessageReader::reaction)),
        seen(message.raw("seen")),
        edited == null ? 0 : 1);
  }

  private static <T> PVector<T> vector(List<T> items) {
    return TreePVector.from(items);
  }

  private static Message.Mentions mentions(Given message) {
    return new Message.Mentions(
        message.raw("mentions").isArray(), TreePVector.from(message.texts("mentions")));
  }

  private static SendStatus sendStatus(Given status) {
    return new SendStatus(
        status.word("status", SendStatus.State.SUCCESS),
        Objects.requireNonNullElse(status.time("timestamp"), Instant.EPOCH),
        status.text("reason"),
        status.text("message"),
        TreePVector.from(status.texts("deliveredToUsers")));
  }

  private static Attachment attachment(Given attachment) {
    return new Attachment(
        attachment.text("id"),
        attachment.word("type", Attachment.Kind.UNKNOWN),
        attachment.text("srcURL"),
        attachment.text("mimeType"),
        attachment.text("fileName"),
        attachment.large("fileSize"),
        attachment.flag("isGif"),
        attachment.flag("isSticker"),
        attachment.flag("isVoiceNote"),
        attachment.decimal("duration"),
        attachment.object("transcription", MessageReader::transcription),
        attachment.text("posterImg"),
        attachment.object("size", DraftReader::size));
  }

  private static Attachment.Transcription transcription(Given speech) {
    return new Attachment.Transcription(
        speech.text("transcription", ""), speech.text("engine", ""), speech.text("language"));
  }

  private static Message.LinkPreview link(Given link) {
    return new Message.LinkPreview(
        link.text("url", ""),
        link.text("originalURL"),
        link.text("favicon"),
        link.text("img"),
        link.object("imgSize", DraftReader::size),
        link.text("title", ""),
        link.text("summary"));
  }

  private static Message.Reaction reaction(Given reaction) {
    return new Message.Reaction(
        reaction.text("reactionKey", ""),
        reaction.text("participantID", ""),
        reaction.flag("emoji"),
        reaction.text("imgURL"));
  }

  private static @Nullable Seen seen(JsonNode seen) {
    return seen.isObject()
        ? new Seen.ByParticipant(Given.in(seen).byName((all, who) -> seenOnce(all.raw(who))))
        : seenOnce(seen);
  }

  private static @Nullable Seen seenOnce(JsonNode seen) {
    if (seen.isBoolean()) {
      return new Seen.Flag(seen.booleanValue());
    }
    var at = Given.instant(seen.asText());
    return at == null ? null : new Seen.At(at);
  }
}
