package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a network allows in a chat. Every member may be unknown (null, or an empty collection),
 * which clients read as "not said". Levels: 2 full, 1 partial, 0 not supported, -1 dropped
 * silently, -2 refused. Field by field as the vendor names them, so that the data files of networks
 * read like the API.
 */
@RecordBuilder
public record ChatCapabilities(
    Map<String, Integer> formatting,
    Map<String, AttachmentCapabilities> attachments,
    @Nullable Integer maxTextLength,
    @Nullable Integer locationMessage,
    @Nullable Integer poll,
    @Nullable Integer thread,
    @Nullable Integer reply,
    @Nullable Integer edit,
    @Nullable Integer editMaxCount,
    @Nullable Integer editMaxAge,
    @Nullable Integer delete,
    @Nullable Integer deleteMaxAge,
    @Nullable Boolean deleteForMe,
    @Nullable MessageRequest messageRequest,
    @Nullable Integer reaction,
    @Nullable Integer reactionCount,
    List<String> allowedReactions,
    @Nullable Boolean customEmojiReactions,
    @Nullable DisappearingTimer disappearingTimer,
    @Nullable Boolean readReceipts,
    @Nullable Boolean typingNotifications,
    @Nullable Boolean archive,
    @Nullable Boolean markAsUnread,
    @Nullable Boolean deleteChat,
    @Nullable Boolean deleteChatForEveryone,
    Map<String, Integer> participantActions,
    @Nullable StateCapabilities state)
    implements ChatCapabilitiesBuilder.With {

  /** Copies the collections; an absent one becomes empty. */
  @SuppressWarnings("NullAway") // data files may leave a member out
  public ChatCapabilities {
    formatting = formatting == null ? Map.of() : Map.copyOf(formatting);
    attachments = attachments == null ? Map.of() : Map.copyOf(attachments);
    allowedReactions = allowedReactions == null ? List.of() : List.copyOf(allowedReactions);
    participantActions = participantActions == null ? Map.of() : Map.copyOf(participantActions);
  }

  /** Nothing is known. */
  public static ChatCapabilities none() {
    return ChatCapabilitiesBuilder.builder().build();
  }

  /** Whether a level says that the feature works at least in part; an unknown level does. */
  public static boolean allows(@Nullable Integer level) {
    return level == null || level > 0;
  }

  /** What one kind of attachment may be. */
  public record AttachmentCapabilities(
      Map<String, Integer> mimeTypes,
      @Nullable Integer caption,
      @Nullable Integer maxCaptionLength,
      @Nullable Long maxSize,
      @Nullable Integer maxWidth,
      @Nullable Integer maxHeight,
      @Nullable Integer maxDuration,
      @Nullable Boolean viewOnce) {

    /** Copies the map; an absent one becomes empty. */
    @SuppressWarnings("NullAway") // data files may leave a member out
    public AttachmentCapabilities {
      mimeTypes = mimeTypes == null ? Map.of() : Map.copyOf(mimeTypes);
    }
  }

  /** How a message request is accepted. */
  public record MessageRequest(
      @Nullable Integer acceptWithMessage, @Nullable Integer acceptWithButton) {}

  /** Disappearing messages; timers in milliseconds. */
  public record DisappearingTimer(
      List<String> types, List<Long> timers, @Nullable Boolean omitEmptyTimer) {

    /** Copies the lists; an absent one becomes empty. */
    @SuppressWarnings("NullAway") // data files may leave a member out
    public DisappearingTimer {
      types = types == null ? List.of() : List.copyOf(types);
      timers = timers == null ? List.of() : List.copyOf(timers);
    }
  }

  /** Levels of changes to the chat itself; null where nothing is said. */
  public record StateCapabilities(
      @Nullable Integer disappearingTimer,
      @Nullable Integer avatar,
      @Nullable Integer title,
      @Nullable Integer description) {}
}
