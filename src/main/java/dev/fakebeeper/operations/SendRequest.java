package dev.fakebeeper.operations;

import dev.fakebeeper.world.AttachmentKind;
import dev.fakebeeper.world.AttachmentRules;
import dev.fakebeeper.world.MessageRules;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.Outgoing;
import dev.fakebeeper.world.Send;
import dev.fakebeeper.world.TextRules;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.WantedAttachment;
import dev.fakebeeper.world.WorldException;
import dev.fakebeeper.world.WorldRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;

/**
 * What a client wants to send.
 *
 * @param text null when there is only an attachment
 * @param visibleText what a reader sees of the text, empty when there is none
 * @param attachment null when there is only text
 * @param replyTo any id of a message of the chat, null when it answers none
 */
record SendRequest(
    @Nullable RichText text,
    String visibleText,
    @Nullable WantedAttachment attachment,
    @Nullable String replyTo) {

  /** The hints of the documented enum. */
  private static final Map<String, AttachmentKind> KINDS =
      Map.of(
          "image", AttachmentKind.IMAGE,
          "video", AttachmentKind.VIDEO,
          "audio", AttachmentKind.AUDIO,
          "file", AttachmentKind.FILE,
          "gif", AttachmentKind.GIF,
          "voice-note", AttachmentKind.VOICE_NOTE,
          "sticker", AttachmentKind.STICKER);

  /**
   * Reads the body of a send. Text is work, so it is done here, outside the world's lock.
   *
   * @throws WorldException invalid, when there is neither text nor attachment
   */
  static SendRequest of(BodyFields body, WorldRules rules) {
    var text = body.filledText("text");
    var attachment = body.object("attachment");
    if (text == null && attachment == null) {
      throw WorldException.invalid("A message needs text or an attachment");
    }
    var rich = text == null ? null : MatrixHtml.of(text, rules);
    return new SendRequest(
        rich,
        rich == null ? "" : MatrixHtml.visibleText(rich.html()),
        attachment == null ? null : attachment(attachment),
        body.filledText("replyToMessageID"));
  }

  static WantedAttachment attachment(BodyFields body) {
    var uploadId = body.text("uploadID");
    var kind = body.text("type");
    return new WantedAttachment(
        uploadId == null ? "" : uploadId,
        kind == null ? null : KINDS.get(kind),
        body.filledText("mimeType"),
        body.filledText("fileName"),
        body.size("size"),
        body.number("duration"));
  }

  /** Sends it to a chat. */
  Send send(Transaction transaction, String chatId) {
    return MessageRules.send(transaction, chatId, outgoing(transaction, chatId));
  }

  private Outgoing outgoing(Transaction transaction, String chatId) {
    var chat = transaction.state().requireChat(chatId);
    if (attachment == null) {
      TextRules.requireFits(chat, visibleText);
      return outgoing(MessageType.TEXT);
    }
    var ready = AttachmentRules.attach(transaction, chatId, attachment);
    TextRules.requireCaptionFits(transaction, chat, ready.kind(), visibleText);
    return outgoing(ready.kind().messageType()).withAttachment(ready.attachment());
  }

  private Outgoing outgoing(MessageType type) {
    return text == null
        ? new Outgoing(type, null, null, replyTo, TreePVector.empty())
        : new Outgoing(type, text.html(), null, replyTo, text.mentions());
  }
}
