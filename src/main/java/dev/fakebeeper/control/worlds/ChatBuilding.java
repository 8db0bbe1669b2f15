package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatBuilder;
import dev.fakebeeper.world.ChatDraft;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageLog;
import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.Timer;
import dev.fakebeeper.world.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/** Makes one chat around its messages, with counts that agree with them. Used once. */
final class ChatBuilding {
  private static final int NAMES_IN_TITLE = 3;

  private final WorldPlan world;
  private final Transaction transaction;
  private final Cast.Of of;
  private final ChatPlan plan;
  private final String id;

  ChatBuilding(WorldPlan world, Transaction transaction, Cast.Of of, ChatPlan plan, String id) {
    this.world = world;
    this.transaction = transaction;
    this.of = of;
    this.plan = plan;
    this.id = id;
  }

  /**
   * Stores the chat and its messages.
   *
   * @param messages in the order of their sort keys
   * @param mergedActivity the last activity of a chat that holds no messages itself
   */
  void store(
      List<Message> messages,
      Chat.@Nullable Merge merge,
      @Nullable String mergedInto,
      @Nullable Instant mergedActivity) {
    var chat = ChatBuilder.builder().id(id).accountId(of.account().id());
    identity(chat);
    flags(chat);
    plans(chat);
    counts(chat, messages);
    if (merge != null) {
      chat.merge(merge).lastActivity(mergedActivity);
    }
    chat.mergedInto(mergedInto);
    transaction.put(chat.build());
    transaction.update(state -> state.withLogs(state.logs().plus(id, MessageLog.of(messages))));
    schedule(messages);
  }

  private void identity(ChatBuilder chat) {
    var members = members();
    var type = ChatsBuilding.type(plan);
    var avatar = plan.avatar();
    chat.localId(localId())
        .type(type)
        .participants(TreePVector.from(members))
        .title(plan.title() == null ? title(members) : plan.title())
        .description(plan.description())
        .imgUrl(avatar == null ? null : avatar.in(world.assets(), "asset").url());
  }

  private String localId() {
    var given = plan.localId();
    var number =
        given == null ? transaction.state().ids().lastLocalChatId() + 1 : Long.parseLong(given);
    transaction.update(state -> state.withIds(state.ids().pastLocalChat(number)));
    return Long.toString(number);
  }

  private List<Participant> members() {
    var members = new ArrayList<Participant>();
    members.add(Participant.of(of.cast().self()));
    for (var member : plan.members()) {
      members.add(
          new Participant(
              of.cast().user(member.who()), member.admin(), member.pending(), member.bot()));
    }
    return members;
  }

  private static String title(List<Participant> members) {
    var others = members.stream().filter(one -> !one.user().self()).toList();
    if (others.isEmpty()) {
      return "Note to self";
    }
    var names =
        others.stream()
            .limit(NAMES_IN_TITLE)
            .map(one -> one.user().displayName())
            .collect(Collectors.joining(", "));
    var more = others.size() - NAMES_IN_TITLE;
    return more > 0 ? names + " and " + more + " more" : names;
  }

  private void flags(ChatBuilder chat) {
    var own = plan.capabilities();
    var network = of.cast().network().network().capabilities();
    chat.readOnly(plan.readOnly())
        .markedUnread(plan.markedUnread())
        .archived(plan.archived())
        .muted(plan.muted())
        .pinned(plan.pinned())
        .lowPriority(plan.lowPriority())
        .capabilities(own == null ? network : own.apply(network));
  }

  private void plans(ChatBuilder chat) {
    var now = transaction.now();
    var reminder = plan.reminder();
    if (reminder != null) {
      chat.reminder(new Chat.Reminder(reminder.at().in(now), reminder.dismissOnIncomingMessage()));
    }
    var snooze = plan.snooze();
    if (snooze != null) {
      chat.snooze(new Chat.Snooze(snooze.until().in(now), snooze.since().in(now)));
    }
    var expiry = plan.disappearing();
    chat.draft(draft())
        .messageExpirySeconds(expiry == null ? null : Math.toIntExact(expiry.toSeconds()))
        .labelIds(
            TreePSet.from(
                plan.labels().stream()
                    .map(label -> label.in(world.labels(), "label").id())
                    .toList()));
  }

  private @Nullable ChatDraft draft() {
    var draft = plan.draft();
    if (draft == null) {
      return null;
    }
    var attachments = new ArrayList<ChatDraft.DraftAttachment>();
    for (var ref : draft.attachments()) {
      attachments.add(DraftAttachments.of(ref.in(world.assets(), "asset"), ref.key()));
    }
    return new ChatDraft(draft.html(), TreePVector.from(attachments));
  }

  private void counts(ChatBuilder chat, List<Message> messages) {
    var marker = ReadMarker.before(messages, plan.unread());
    if (marker.isEmpty()) {
      throw new SourceException(
          plan.place(),
          "The chat has fewer than " + plan.unread() + " messages of others",
          "\"unread\" counts the newest messages of others",
          "Lower \"unread\", or add messages");
    }
    var selfId = of.cast().self().id();
    chat.unreadCount(plan.unread())
        .lastReadSortKey(marker.get().sortKey())
        .unreadMentionsCount(marker.get().mentionsAfter(messages, selfId))
        .lastActivity(
            messages.stream().map(Message::timestamp).max(Instant::compareTo).orElse(null));
  }

  private void schedule(List<Message> messages) {
    var chat = transaction.state().requireChat(id);
    if (chat.reminder() != null) {
      transaction.schedule(chat.reminder().remindAt(), new Timer.ReminderDue(id));
    }
    if (chat.snooze() != null) {
      transaction.schedule(chat.snooze().until(), new Timer.SnoozeEnd(id));
    }
    var expiry = chat.messageExpirySeconds();
    if (expiry != null) {
      messages.forEach(message -> expire(message, expiry));
    }
  }

  /** Messages that should be gone already were sent before somebody set the timer. */
  private void expire(Message message, int seconds) {
    var due = message.timestamp().plusSeconds(seconds);
    if (due.isAfter(transaction.now())) {
      transaction.schedule(due, new Timer.MessageExpiry(id, message.sortKey()));
    }
  }
}
