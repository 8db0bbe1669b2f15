package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.Place;
import dev.fakebeeper.world.ChatCapabilities;
import dev.fakebeeper.world.ChatType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A chat as a file describes it.
 *
 * @param place where it stands
 * @param key the name that merged chats use, null when it has none
 * @param account the account's name in the file
 * @param id null to follow the network's pattern
 * @param localId null for the next free one
 * @param type null to follow the number of members
 * @param title null for the other members' names
 * @param members everybody who is named; the owner stands last unless named
 * @param crowd how many invented people are members beside those
 * @param unread how many messages of others are past the read marker
 * @param capabilities puts the chat's own capabilities over its network's
 * @param merge the chats that are merged in this one, empty when it is an ordinary chat
 * @param mergeDefault the one among them that gets sends, null for the most recent
 * @param firstSortKey null to go on with the world's
 * @param generate invented messages before the written ones, null for none
 */
@RecordBuilder
record ChatPlan(
    Place place,
    @Nullable String key,
    Ref account,
    @Nullable String id,
    @Nullable Long localId,
    @Nullable ChatType type,
    @Nullable String title,
    @Nullable String description,
    @Nullable Ref avatar,
    boolean readOnly,
    List<MemberPlan> members,
    int crowd,
    int unread,
    boolean markedUnread,
    @Nullable DraftPlan draft,
    @Nullable ReminderPlan reminder,
    @Nullable SnoozePlan snooze,
    boolean archived,
    boolean muted,
    boolean pinned,
    boolean lowPriority,
    @Nullable Duration disappearing,
    @Nullable UnaryOperator<ChatCapabilities> capabilities,
    List<Ref> labels,
    List<Ref> merge,
    @Nullable Ref mergeDefault,
    @Nullable Long firstSortKey,
    @Nullable GeneratePlan generate,
    List<MessagePlan> messages) {

  /** How many people there are beside the owner. */
  long others() {
    return crowd + named().count();
  }

  /** The first person beside the owner who is named. */
  Optional<Ref> firstOther() {
    return named().findFirst();
  }

  private Stream<Ref> named() {
    return members.stream().map(MemberPlan::who).filter(who -> !who.key().equals("me"));
  }

  /** The wanted type, or the one that follows from the number of members. */
  ChatType typeOrUsual() {
    if (type != null) {
      return type;
    }
    return others() > 1 ? ChatType.GROUP : ChatType.SINGLE;
  }

  /** A member of the chat. */
  record MemberPlan(Ref who, boolean admin, boolean pending, boolean bot) {}

  /** A draft; the attachments are assets. */
  record DraftPlan(String html, List<Ref> attachments) {}

  /** A reminder. */
  record ReminderPlan(When at, @Nullable Boolean dismissOnIncomingMessage) {}

  /** A snooze. */
  record SnoozePlan(When until, When since) {}
}
