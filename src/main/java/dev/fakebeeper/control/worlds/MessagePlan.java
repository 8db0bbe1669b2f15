package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.Place;
import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.PixelSize;
import dev.fakebeeper.world.SendStatus;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a file describes it.
 *
 * @param place where it stands
 * @param key the name that replies in the same chat use, null when it has none
 * @param from the sender, null for the sender of the message above
 * @param at null for a little after the message above
 * @param type null to follow the attachments
 * @param html the body, null when there is none
 * @param edited the last edit, null when never edited
 * @param edits how often it was edited
 * @param replyTo null when it answers nothing
 * @param mentions null for an old message without data
 * @param seen null when nothing is known
 * @param status null for the usual: sent when it is the owner's, none otherwise
 * @param id null for the next free one
 * @param sortKey null for the next free one
 */
@RecordBuilder
record MessagePlan(
    Place place,
    @Nullable String key,
    @Nullable Ref from,
    @Nullable When at,
    @Nullable MessageType type,
    @Nullable String html,
    @Nullable When edited,
    int edits,
    @Nullable Ref replyTo,
    List<AttachmentPlan> attachments,
    @Nullable List<Ref> mentions,
    List<LinkPlan> links,
    List<ReactionPlan> reactions,
    @Nullable SeenPlan seen,
    @Nullable StatusPlan status,
    boolean hidden,
    boolean deleted,
    @Nullable String id,
    @Nullable Long sortKey) {

  /** An attachment: an asset, and what it is used as. */
  record AttachmentPlan(
      Ref asset,
      boolean sticker,
      boolean voiceNote,
      Attachment.@Nullable Transcription transcription,
      @Nullable Ref poster) {}

  /** A link preview; image and icon are assets. */
  record LinkPlan(
      String url,
      String title,
      @Nullable String originalUrl,
      @Nullable String summary,
      @Nullable Ref favicon,
      @Nullable Ref img,
      @Nullable PixelSize imgSize) {}

  /** What somebody reacted with. */
  record ReactionPlan(String key, Ref who, boolean emoji, @Nullable Ref img) {}

  /** A read receipt: a flag, a time, or either for each of some people. */
  record SeenPlan(@Nullable Boolean flag, @Nullable When at, List<SeenBy> people) {}

  /** What is known of one person. */
  record SeenBy(Ref who, SeenPlan seen) {}

  /** How far the sending is; at null means at the time of the message. */
  record StatusPlan(
      SendStatus.State state,
      @Nullable When at,
      @Nullable String reason,
      @Nullable String message,
      List<Ref> deliveredTo) {}
}
