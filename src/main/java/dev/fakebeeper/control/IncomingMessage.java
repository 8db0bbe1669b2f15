package dev.fakebeeper.control;

import dev.fakebeeper.control.worlds.HtmlText;
import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.AttachmentBuilder;
import dev.fakebeeper.world.AttachmentKind;
import dev.fakebeeper.world.IncomingBuilder;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.OthersRules;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldException;
import org.pcollections.TreePVector;

/**
 * A message in the making, of somebody else or of the owner on another device; send it with {@link
 * #in}. Used by one thread.
 */
public final class IncomingMessage {
  private final World world;
  private final String senderId;
  private final IncomingBuilder message = IncomingBuilder.builder();

  IncomingMessage(World world, String senderId) {
    this.world = world;
    this.senderId = senderId;
    message
        .type(MessageType.TEXT)
        .attachments(TreePVector.empty())
        .mentions(TreePVector.empty())
        .links(TreePVector.empty());
  }

  /** Plain text. */
  public IncomingMessage text(String text) {
    return html(HtmlText.of(text));
  }

  /** Matrix HTML, as it is. */
  public IncomingMessage html(String html) {
    message.html(html);
    return this;
  }

  /** An answer to a message. */
  public IncomingMessage replyTo(String messageId) {
    message.replyTo(messageId);
    return this;
  }

  /** Mentions somebody; {@code @room} for all. */
  public IncomingMessage mention(String userId) {
    message.mentions(message.mentions().plus(userId));
    return this;
  }

  /** Attaches an asset of the world by its URL. */
  public IncomingMessage attach(String assetUrl) {
    var asset = world.read().assets().get(assetUrl);
    if (asset == null) {
      throw WorldException.notFound("Asset", assetUrl);
    }
    var kind = AttachmentKind.ofMimeType(asset.mimeType());
    message
        .attachments(message.attachments().plus(attachment(asset, kind)))
        .type(kind.messageType());
    return this;
  }

  private static Attachment attachment(Asset asset, AttachmentKind kind) {
    var content = asset.content();
    return AttachmentBuilder.builder()
        .id(asset.url())
        .kind(kind.shownAs())
        .mimeType(asset.mimeType())
        .fileName(asset.fileName())
        .fileSize(content == null ? null : content.length())
        .duration(asset.duration())
        .size(asset.size())
        .build();
  }

  /** Sends it into a chat; returns the message id. */
  public String in(String chatId) {
    return world
        .change(
            tx -> {
              var sender = Others.userId(tx.state(), chatId, senderId);
              return OthersRules.message(tx, message.chatId(chatId).senderId(sender).build());
            })
        .id();
  }
}
