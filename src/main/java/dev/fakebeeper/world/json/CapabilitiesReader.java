package dev.fakebeeper.world.json;

import dev.fakebeeper.world.ChatCapabilities;
import dev.fakebeeper.world.ChatCapabilities.AttachmentCapabilities;
import dev.fakebeeper.world.ChatCapabilities.DisappearingTimer;
import dev.fakebeeper.world.ChatCapabilities.MessageRequest;
import dev.fakebeeper.world.ChatCapabilities.StateCapabilities;
import dev.fakebeeper.world.ChatCapabilitiesBuilder;
import java.util.ArrayList;

/** What a chat allows, from the vendor's {@code ChatCapabilities}. */
final class CapabilitiesReader {
  private CapabilitiesReader() {}

  static ChatCapabilities capabilities(Given can) {
    var builder = ChatCapabilitiesBuilder.builder();
    addContent(builder, can);
    addMessages(builder, can);
    addChat(builder, can);
    return builder.build();
  }

  private static void addContent(ChatCapabilitiesBuilder builder, Given can) {
    builder
        .formatting(can.levels("formatting"))
        .attachments(
            can.part("attachments")
                .byName((all, kind) -> all.object(kind, CapabilitiesReader::attachment)))
        .maxTextLength(can.number("maxTextLength"))
        .locationMessage(can.number("locationMessage"))
        .poll(can.number("poll"))
        .thread(can.number("thread"))
        .reply(can.number("reply"));
  }

  private static void addMessages(ChatCapabilitiesBuilder builder, Given can) {
    builder
        .edit(can.number("edit"))
        .editMaxCount(can.number("editMaxCount"))
        .editMaxAge(can.number("editMaxAge"))
        .delete(can.number("delete"))
        .deleteMaxAge(can.number("deleteMaxAge"))
        .deleteForMe(can.maybe("deleteForMe"))
        .messageRequest(can.object("messageRequest", CapabilitiesReader::messageRequest))
        .reaction(can.number("reaction"))
        .reactionCount(can.number("reactionCount"))
        .allowedReactions(can.texts("allowedReactions"))
        .customEmojiReactions(can.maybe("customEmojiReactions"));
  }

  private static void addChat(ChatCapabilitiesBuilder builder, Given can) {
    builder
        .disappearingTimer(can.object("disappearingTimer", t -> timer(t, "omitEmptyTimer")))
        .readReceipts(can.maybe("readReceipts"))
        .typingNotifications(can.maybe("typingNotifications"))
        .archive(can.maybe("archive"))
        .markAsUnread(can.maybe("markAsUnread"))
        .deleteChat(can.maybe("deleteChat"))
        .deleteChatForEveryone(can.maybe("deleteChatForEveryone"))
        .participantActions(can.levels("participantActions"))
        .state(can.object("state", CapabilitiesReader::state));
  }

  private static AttachmentCapabilities attachment(Given can) {
    return new AttachmentCapabilities(
        can.levels("mimeTypes"),
        can.number("caption"),
        can.number("maxCaptionLength"),
        can.large("maxSize"),
        can.number("maxWidth"),
        can.number("maxHeight"),
        can.number("maxDuration"),
        can.maybe("viewOnce"));
  }

  private static MessageRequest messageRequest(Given request) {
    return new MessageRequest(
        request.number("acceptWithMessage"), request.number("acceptWithButton"));
  }

  static DisappearingTimer timer(Given timer, String omitEmpty) {
    var timers = new ArrayList<Long>();
    timer.raw("timers").forEach(one -> timers.add(one.longValue()));
    return new DisappearingTimer(timer.texts("types"), timers, timer.maybe(omitEmpty));
  }

  private static StateCapabilities state(Given state) {
    return new StateCapabilities(
        state.part("disappearingTimer").number("level"),
        state.part("avatar").number("level"),
        state.part("title").number("level"),
        state.part("description").number("level"));
  }
}
