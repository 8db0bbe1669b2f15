package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.world.ChatCapabilities;
import dev.fakebeeper.world.ChatCapabilities.AttachmentCapabilities;
import dev.fakebeeper.world.ChatCapabilities.DisappearingTimer;
import dev.fakebeeper.world.ChatCapabilities.MessageRequest;
import dev.fakebeeper.world.ChatCapabilities.StateCapabilities;
import dev.fakebeeper.world.ChatCapabilitiesBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a network or chat allows, member by member as the vendor names them. */
final class CapabilitiesFormat {
  private static final Function<SourceNode, Integer> LEVEL = CapabilitiesFormat::level;

  private final Fields fields;
  private final ChatCapabilities base;

  private CapabilitiesFormat(Fields fields, ChatCapabilities base) {
    this.fields = fields;
    this.base = base;
  }

  /** Reads capabilities over others: what is not written stays as it was. */
  static ChatCapabilities read(SourceNode node, ChatCapabilities base) {
    var fields = node.asFields("A set of capabilities");
    var format = new CapabilitiesFormat(fields, base);
    var all = ChatCapabilitiesBuilder.builder(base);
    format.messages(all);
    format.reactions(all);
    format.chat(all);
    fields.done();
    return all.build();
  }

  private void messages(ChatCapabilitiesBuilder all) {
    all.formatting(levels("formatting", base.formatting()))
        .attachments(attachments())
        .maxTextLength(number("maxTextLength", base.maxTextLength()))
        .locationMessage(level("locationMessage", base.locationMessage()))
        .poll(level("poll", base.poll()))
        .thread(level("thread", base.thread()))
        .reply(level("reply", base.reply()))
        .edit(level("edit", base.edit()))
        .editMaxCount(number("editMaxCount", base.editMaxCount()))
        .editMaxAge(number("editMaxAge", base.editMaxAge()))
        .delete(level("delete", base.delete()))
        .deleteMaxAge(number("deleteMaxAge", base.deleteMaxAge()))
        .deleteForMe(flag("deleteForMe", base.deleteForMe()));
  }

  private void reactions(ChatCapabilitiesBuilder all) {
    var allowed = fields.texts("allowedReactions");
    all.reaction(level("reaction", base.reaction()))
        .reactionCount(number("reactionCount", base.reactionCount()))
        .allowedReactions(allowed.isEmpty() ? base.allowedReactions() : allowed)
        .customEmojiReactions(flag("customEmojiReactions", base.customEmojiReactions()));
  }

  private void chat(ChatCapabilitiesBuilder all) {
    var request = fields.orNull("messageRequest", CapabilitiesFormat::messageRequest);
    var timer = fields.orNull("disappearingTimer", CapabilitiesFormat::disappearingTimer);
    var state = fields.orNull("state", CapabilitiesFormat::state);
    all.messageRequest(request == null ? base.messageRequest() : request)
        .disappearingTimer(timer == null ? base.disappearingTimer() : timer)
        .readReceipts(flag("readReceipts", base.readReceipts()))
        .typingNotifications(flag("typingNotifications", base.typingNotifications()))
        .archive(flag("archive", base.archive()))
        .markAsUnread(flag("markAsUnread", base.markAsUnread()))
        .deleteChat(flag("deleteChat", base.deleteChat()))
        .deleteChatForEveryone(flag("deleteChatForEveryone", base.deleteChatForEveryone()))
        .participantActions(levels("participantActions", base.participantActions()))
        .state(state == null ? base.state() : state);
  }

  private @Nullable Integer level(String name, @Nullable Integer otherwise) {
    var value = fields.orNull(name, LEVEL);
    return value == null ? otherwise : value;
  }

  private @Nullable Integer number(String name, @Nullable Integer otherwise) {
    var value = fields.number(name);
    return value == null ? otherwise : value;
  }

  private @Nullable Boolean flag(String name, @Nullable Boolean otherwise) {
    var value = fields.flagOrNull(name);
    return value == null ? otherwise : value;
  }

  private Map<String, Integer> levels(String name, Map<String, Integer> otherwise) {
    var value = fields.map(name, LEVEL);
    return value.isEmpty() ? otherwise : value;
  }

  private Map<String, AttachmentCapabilities> attachments() {
    var value = fields.map("attachments", CapabilitiesFormat::attachment);
    return value.isEmpty() ? base.attachments() : value;
  }

  private static Integer level(SourceNode node) {
    var level = node.asNumber();
    if (level < -2 || level > 2) {
      throw node.mistake(
          level + " is no level of support",
          "Levels are 2 full, 1 partial, 0 not supported, -1 dropped silently, -2 refused",
          "Write one of them");
    }
    return (int) level;
  }

  private static AttachmentCapabilities attachment(SourceNode node) {
    var fields = node.asFields("An attachment's set of capabilities");
    var attachment =
        new AttachmentCapabilities(
            fields.map("mimeTypes", LEVEL),
            fields.orNull("caption", LEVEL),
            fields.number("maxCaptionLength"),
            fields.large("maxSize"),
            fields.number("maxWidth"),
            fields.number("maxHeight"),
            fields.number("maxDuration"),
            fields.flagOrNull("viewOnce"));
    fields.done();
    return attachment;
  }

  private static MessageRequest messageRequest(SourceNode node) {
    var fields = node.asFields("The member \"messageRequest\"");
    var request =
        new MessageRequest(
            fields.orNull("acceptWithMessage", LEVEL), fields.orNull("acceptWithButton", LEVEL));
    fields.done();
    return request;
  }

  private static DisappearingTimer disappearingTimer(SourceNode node) {
    var fields = node.asFields("The member \"disappearingTimer\"");
    List<Long> timers = fields.list("timers", SourceNode::asNumber);
    var timer =
        new DisappearingTimer(fields.texts("types"), timers, fields.flagOrNull("omitEmptyTimer"));
    fields.done();
    return timer;
  }

  /**
   * The vendor writes {@code title: {level: 2}}; the wrapper says nothing more, so files omit it.
   */
  private static StateCapabilities state(SourceNode node) {
    var fields = node.asFields("The member \"state\"");
    var state =
        new StateCapabilities(
            fields.orNull("disappearingTimer", LEVEL),
            fields.orNull("avatar", LEVEL),
            fields.orNull("title", LEVEL),
            fields.orNull("description", LEVEL));
    fields.done();
    return state;
  }
}
