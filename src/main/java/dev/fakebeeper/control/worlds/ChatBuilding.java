package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatBuilder;
import dev.fakebeeper.world.ChatCreation;
import dev.fakebeeper.world.ChatDraft;
import dev.fakebeeper.world.ChatTimers;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageLog;
import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.UnreadRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/** Makes one chat around its messages, with counts that agree with them. Used once. */
final class ChatBuilding {
  private final Scene scene;
  private final Transaction transaction;
  private final ChatPlan plan;

  ChatBuilding(Scene scene) {
    this.scene = scene;
    this.transaction = scene.transaction();
    this.plan = scene.chat();
  }

  /** What other chats decide about a chat. */
  record Ties(
      Chat.@Nullable Merge merge, @Nullable String mergedInto, @Nullable Instant mergedActivity) {}

  /**
   * Stores the chat and its messages.
   *
   * @param messages in the order of their sort keys
   */
  void store(String id, List<Message> messages, Ties ties) {
    var builder = ChatBuilder.builder().id(id).accountId(scene.account().id());
    identity(builder);
    flags(builder);
    plans(builder);
    builder
        .merge(ties.merge())
        .mergedInto(ties.mergedInto())
        .lastReadSortKey(marker(messages))
        .lastActivity(
            messages.stream()
                .map(Message::timestamp)
                .max(Instant::compareTo)
                .orElse(ties.mergedActivity()));
    var chat = builder.build();
    var log = MessageLog.of(messages);
    transaction.put(chat);
    transaction.update(state -> state.withLogs(state.logs().plus(id, log)));
    transaction.put(UnreadRules.recount(transaction.state(), chat));
    ChatTimers.schedule(transaction, chat, messages);
  }

  private void identity(ChatBuilder chat) {
    PVector<Participant> members = TreePVector.from(members());
    var avatar = plan.avatar();
    chat.localId(localId())
        .type(plan.typeOrUsual())
        .participants(members)
        .title(plan.title() == null ? ChatCreation.titleOf(members) : plan.title())
        .description(plan.description())
        .imgUrl(avatar == null ? null : scene.asset(avatar).url());
  }

  private String localId() {
    var given = plan.localId();
    var number = given == null ? transaction.state().ids().lastLocalChatId() + 1 : given;
    var twin = transaction.state().localChatIds().get(Long.toString(number));
    if (twin != null) {
      throw new SourceException(
          plan.place(),
          "The local id " + number + " is taken",
          "The chat " + twin + " has it",
          "Choose another, or leave it out");
    }
    transaction.update(state -> state.withIds(state.ids().pastLocalChat(number)));
    return Long.toString(number);
  }

  private List<Participant> members() {
    var members = new ArrayList<Participant>();
    for (var member : plan.members()) {
      members.add(
          new Participant(
              scene.cast().user(member.who()), member.admin(), member.pending(), member.bot()));
    }
    for (var number = 0; number < plan.crowd(); number++) {
      var who = new Ref(plan.place(), Talk.crowdKey(number));
      members.add(Participant.of(scene.cast().user(who)));
    }
    if (members.stream().noneMatch(one -> one.user().self())) {
      members.add(Participant.of(scene.cast().self()));
    }
    return members;
  }

  private void flags(ChatBuilder chat) {
    var own = plan.capabilities();
    var network = scene.cast().network().network().capabilities();
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
        .labelIds(TreePSet.from(labels()));
  }

  private List<String> labels() {
    return plan.labels().stream()
        .map(label -> label.in(scene.world().labels(), "label").id())
        .toList();
  }

  private @Nullable ChatDraft draft() {
    var draft = plan.draft();
    if (draft == null) {
      return null;
    }
    var attachments = new ArrayList<ChatDraft.DraftAttachment>();
    for (var ref : draft.attachments()) {
      attachments.add(DraftAttachments.of(scene.asset(ref), ref.key()));
    }
    return new ChatDraft(draft.html(), TreePVector.from(attachments));
  }

  private long marker(List<Message> messages) {
    return ReadMarker.before(messages, plan.unread())
        .orElseThrow(
            () ->
                new SourceException(
                    plan.place(),
                    "The chat has fewer than " + plan.unread() + " messages of others",
                    "\"unread\" counts the newest messages of others that people see",
                    "Lower \"unread\", or add messages"));
  }
}
