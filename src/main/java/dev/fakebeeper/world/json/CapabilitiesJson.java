package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.ChatCapabilities;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a chat allows, as the vendor's {@code ChatCapabilities}. Thread-safe. */
public final class CapabilitiesJson {
  private static final String SCHEMA = "ChatCapabilities";

  private final Shape shape;

  /** Writes for a build. */
  public CapabilitiesJson(Shape shape) {
    this.shape = shape;
  }

  /**
   * A {@code ChatCapabilities}, null when nothing is known: clients read that as no restriction.
   */
  public @Nullable ObjectNode write(ChatCapabilities can) {
    var members = Members.of(SCHEMA, shape);
    writeContent(members, can);
    writeMessages(members, can);
    writeChat(members, can);
    return members.doneUnlessEmpty();
  }

  private void writeContent(Members members, ChatCapabilities can) {
    members
        .levels("formatting", can.formatting())
        .node("attachments", attachments(can.attachments()))
        .number("maxTextLength", can.maxTextLength())
        .number("locationMessage", can.locationMessage())
        .number("poll", can.poll())
        .number("thread", can.thread())
        .number("reply", can.reply());
  }

  private void writeMessages(Members members, ChatCapabilities can) {
    members
        .number("edit", can.edit())
        .number("editMaxCount", can.editMaxCount())
        .number("editMaxAge", can.editMaxAge())
        .number("delete", can.delete())
        .number("deleteMaxAge", can.deleteMaxAge())
        .flag("deleteForMe", can.deleteForMe())
        .node("messageRequest", messageRequest(can.messageRequest()))
        .number("reaction", can.reaction())
        .number("reactionCount", can.reactionCount())
        .texts("allowedReactions", can.allowedReactions())
        .flag("customEmojiReactions", can.customEmojiReactions());
  }

  private void writeChat(Members members, ChatCapabilities can) {
    members
        .node("disappearingTimer", disappearingTimer(can.disappearingTimer()))
        .flag("readReceipts", can.readReceipts())
        .flag("typingNotifications", can.typingNotifications())
        .flag("archive", can.archive())
        .flag("markAsUnread", can.markAsUnread())
        .flag("deleteChat", can.deleteChat())
        .flag("deleteChatForEveryone", can.deleteChatForEveryone())
        .levels("participantActions", can.participantActions())
        .node("state", state(can.state()));
  }

  private @Nullable ObjectNode attachments(
      Map<String, ChatCapabilities.AttachmentCapabilities> byKind) {
    if (byKind.isEmpty()) {
      return null;
    }
    var node = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(byKind).forEach((kind, can) -> node.set(kind, attachment(can)));
    return node;
  }

  private ObjectNode attachment(ChatCapabilities.AttachmentCapabilities can) {
    var mimeTypes = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(can.mimeTypes()).forEach(mimeTypes::put);
    return Members.of("AttachmentCapabilities", shape)
        .node("mimeTypes", mimeTypes)
        .number("caption", can.caption())
        .number("maxCaptionLength", can.maxCaptionLength())
        .number("maxSize", can.maxSize())
        .number("maxWidth", can.maxWidth())
        .number("maxHeight", can.maxHeight())
        .number("maxDuration", can.maxDuration())
        .flag("viewOnce", can.viewOnce())
        .done();
  }

  private static @Nullable ObjectNode messageRequest(
      ChatCapabilities.@Nullable MessageRequest request) {
    return request == null
        ? null
        : Members.inline()
            .number("acceptWithMessage", request.acceptWithMessage())
            .number("acceptWithButton", request.acceptWithButton())
            .done();
  }

  private static @Nullable ObjectNode disappearingTimer(
      ChatCapabilities.@Nullable DisappearingTimer timer) {
    if (timer == null) {
      return null;
    }
    var timers = timer.timers().stream().map(JsonNodeFactory.instance::numberNode).toList();
    return Members.inline()
        .texts("types", timer.types())
        .nodes("timers", timers)
        .flag("omitEmptyTimer", timer.omitEmptyTimer())
        .done();
  }

  private @Nullable ObjectNode state(ChatCapabilities.@Nullable StateCapabilities state) {
    return state == null
        ? null
        : Members.of("ChatStateCapabilities", shape)
            .node("disappearingTimer", level(state.disappearingTimer()))
            .node("avatar", level(state.avatar()))
            .node("title", level(state.title()))
            .node("description", level(state.description()))
            .done();
  }

  private static @Nullable ObjectNode level(@Nullable Integer level) {
    return level == null ? null : Members.inline().number("level", level).done();
  }
}
