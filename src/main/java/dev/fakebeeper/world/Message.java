package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;

/**
 * A message.
 *
 * @param id the id under which it is known now: final, or pending until the network confirms
 * @param pendingId the id given out when the owner sent it, null for messages of others and for old
 *     ones
 * @param chatId its chat
 * @param accountId its account
 * @param senderId the full user id of the sender
 * @param senderName the resolved name, null when the bridge does not tell
 * @param timestamp when it was sent
 * @param sortKey its place in the chat; unique, larger is newer
 * @param type what it is made of
 * @param html the body as Matrix HTML, null when there is none
 * @param editedAt the last edit, null when never edited
 * @param fromOwner whether the owner of the account sent it
 * @param sendStatus how far the sending is, null for messages of others
 * @param hidden whether clients should not show it
 * @param deleted whether it is a tombstone
 * @param attachments its attachments
 * @param linkedMessageId the message it replies to, null when none
 * @param mentions who is mentioned
 * @param links link previews
 * @param reactions the reactions in the order they came
 * @param seen the read receipt, null when nothing is known
 * @param editCount how often it was edited
 */
@RecordBuilder
public record Message(
    String id,
    @Nullable String pendingId,
    String chatId,
    String accountId,
    String senderId,
    @Nullable String senderName,
    Instant timestamp,
    long sortKey,
    MessageType type,
    @Nullable String html,
    @Nullable Instant editedAt,
    boolean fromOwner,
    @Nullable SendStatus sendStatus,
    boolean hidden,
    boolean deleted,
    PVector<Attachment> attachments,
    @Nullable String linkedMessageId,
    Mentions mentions,
    PVector<LinkPreview> links,
    PVector<Reaction> reactions,
    @Nullable Seen seen,
    int editCount)
    implements MessageBuilder.With {

  /**
   * Who is mentioned.
   *
   * @param known false for old messages without data, which the wire shows as null
   * @param ids user ids or {@code @room}
   */
  public record Mentions(boolean known, PVector<String> ids) {}

  /** A link preview. Image and icon may be null; so may every other member but URL and title. */
  public record LinkPreview(
      String url,
      @Nullable String originalUrl,
      @Nullable String favicon,
      @Nullable String img,
      @Nullable PixelSize imgSize,
      String title,
      @Nullable String summary) {}

  /**
   * A reaction of one person.
   *
   * @param key emoji, shortcode or a key of the network
   * @param participantId who
   * @param emoji whether the key is an emoji
   * @param imgUrl a picture of it, null when it needs none
   */
  public record Reaction(
      String key, String participantId, boolean emoji, @Nullable String imgUrl) {}

  /**
   * The Matrix event id, which retrieving a message also accepts. Derived, so it needs no index of
   * its own.
   */
  public String eventId() {
    return EventIds.of(id);
  }
}
