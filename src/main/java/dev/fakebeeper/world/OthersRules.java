package dev.fakebeeper.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What other people do, and what the owner does on another device: the causes of events that no
 * call of the client makes.
 */
public final class OthersRules {
  private OthersRules() {}

  /**
   * A message arrives. The chat moves to the top, its counts grow, it leaves the archive unless it
   * is muted (a rule that can be switched off), and a reminder that asked for it is dismissed.
   */
  public static Message message(Transaction transaction, Incoming incoming) {
    var state = transaction.state();
    var chat = state.requireChat(incoming.chatId());
    var message = messageOf(transaction, chat, incoming);
    transaction.put(message);
    transaction.put(
        message.fromOwner() ? readByOwner(chat, message) : reached(transaction, chat, message));
    MessageRules.scheduleExpiry(transaction, chat, message);
    return message;
  }

  private static Message messageOf(Transaction transaction, Chat chat, Incoming incoming) {
    var state = transaction.state();
    var account = state.requireAccount(chat.accountId());
    var fromOwner = incoming.senderId().equals(account.selfUserId());
    var sender = fromOwner ? account.user() : requireMember(chat, incoming.senderId()).user();
    var linked =
        incoming.replyTo() == null ? null : state.requireMessage(chat, incoming.replyTo()).id();
    var ids = transaction.newMessage();
    return MessageBuilder.builder()
        .id(ids.id())
        .chatId(chat.id())
        .accountId(chat.accountId())
        .senderId(incoming.senderId())
        .senderName(sender.displayName())
        .timestamp(transaction.now())
        .sortKey(ids.sortKey())
        .type(incoming.type())
        .html(incoming.html())
        .fromOwner(fromOwner)
        .attachments(incoming.attachments())
        .linkedMessageId(linked)
        .mentions(new Message.Mentions(true, incoming.mentions()))
        .links(incoming.links())
        .reactions(TreePVector.empty())
        .build();
  }

  private static Chat readByOwner(Chat chat, Message message) {
    return chat.with(
        draft ->
            draft
                .lastActivity(message.timestamp())
                .lastReadSortKey(message.sortKey())
                .unreadCount(0)
                .unreadMentionsCount(0)
                .markedUnread(false));
  }

  private static Chat reached(Transaction transaction, Chat chat, Message message) {
    var owner = transaction.state().requireAccount(chat.accountId()).selfUserId();
    var counts = UnreadRules.counts(message, chat.lastReadSortKey());
    var mentioned = counts && UnreadRules.mentionsOwner(message, owner);
    var reminder = chat.reminder();
    var dismissed = reminder != null && Boolean.TRUE.equals(reminder.dismissOnIncomingMessage());
    if (dismissed) {
      transaction.cancel(new Timer.ReminderDue(chat.id()));
    }
    var unarchived = transaction.rules().unarchiveOnIncoming() && !chat.muted();
    return chat.with(
        draft ->
            draft
                .lastActivity(message.timestamp())
                .unreadCount(chat.unreadCount() + (counts ? 1 : 0))
                .unreadMentionsCount(chat.unreadMentionsCount() + (mentioned ? 1 : 0))
                .archived(chat.archived() && !unarchived)
                .reminder(dismissed ? null : reminder));
  }

  static Participant requireMember(Chat chat, String userId) {
    for (var participant : chat.participants()) {
      if (participant.user().id().equals(userId)) {
        return participant;
      }
    }
    throw WorldException.notFound("Participant", userId);
  }

  /** Somebody changes the text of a message; nothing is said about whether they may. */
  public static Message edit(
      Transaction transaction, String chatId, String messageId, String html) {
    var state = transaction.state();
    var message = state.requireMessage(state.requireChat(chatId), messageId);
    var edited =
        message.with(
            draft ->
                draft.html(html).editedAt(transaction.now()).editCount(message.editCount() + 1));
    transaction.put(edited);
    return edited;
  }

  /** Somebody takes a message back: a tombstone stays. */
  public static void delete(Transaction transaction, String chatId, String messageId) {
    var chat = transaction.state().requireChat(chatId);
    var message = transaction.state().requireMessage(chat, messageId);
    if (!message.deleted()) {
      transaction.putDeleted(MessageRules.tombstone(message));
      ChatRules.store(transaction, chat, UnreadRules.recount(transaction.state(), chat));
    }
  }

  /** Somebody reacts, under the rules of the network. */
  public static void react(
      Transaction transaction, String chatId, String messageId, Message.Reaction reaction) {
    var state = transaction.state();
    var chat = state.requireChat(chatId);
    requireMember(chat, reaction.participantId());
    ReactionRules.put(transaction, chat, state.requireMessage(chat, messageId), reaction);
  }

  /** Somebody takes a reaction back; when there is none, nothing happens. */
  public static void unreact(
      Transaction transaction, String chatId, String messageId, Message.Reaction reaction) {
    var state = transaction.state();
    var message = state.requireMessage(state.requireChat(chatId), messageId);
    ReactionRules.drop(transaction, message, reaction.participantId(), reaction.key());
  }

  /**
   * Somebody has read the owner's messages.
   *
   * @param throughMessageId the last one they saw, null for all
   */
  public static void see(
      Transaction transaction, String chatId, String userId, @Nullable String throughMessageId) {
    var state = transaction.state();
    var chat = state.requireChat(chatId);
    requireMember(chat, userId);
    var log = state.logOf(chat);
    var through =
        throughMessageId == null
            ? Long.MAX_VALUE
            : state.requireMessage(chat, throughMessageId).sortKey();
    var older = through == Long.MAX_VALUE ? log.newestFirst() : log.olderThan(through + 1);
    while (older.hasNext()) {
      var message = older.next();
      if (message.fromOwner() && !message.deleted()) {
        if (hasSeen(chat, message, userId)) {
          return; // whoever saw this one saw all before it
        }
        transaction.put(message.withSeen(seen(transaction, chat, message, userId)));
      }
    }
  }

  private static boolean hasSeen(Chat chat, Message message, String userId) {
    if (message.seen() instanceof Seen.ByParticipant by) {
      return by.participants().containsKey(userId);
    }
    return message.seen() != null && chat.type() == ChatType.SINGLE;
  }

  private static Seen seen(Transaction transaction, Chat chat, Message message, String userId) {
    var at = new Seen.At(transaction.now());
    if (chat.type() == ChatType.SINGLE) {
      return at;
    }
    Map<String, Seen> all = new LinkedHashMap<>();
    if (message.seen() instanceof Seen.ByParticipant by) {
      all.putAll(by.participants());
    }
    all.put(userId, at);
    return new Seen.ByParticipant(all);
  }

  /** Somebody opens a direct chat, or a group, with the owner. */
  public static Chat openChat(
      Transaction transaction, String accountId, List<User> people, @Nullable String title) {
    var account = transaction.state().requireAccount(accountId);
    if (people.size() == 1 && title == null) {
      return ChatCreation.direct(transaction, account, people.get(0)).chat();
    }
    return ChatCreation.group(transaction, account, people, title).chat();
  }

  /** The owner leaves or deletes a chat elsewhere, or is removed from it. */
  public static void removeChat(Transaction transaction, String chatId) {
    transaction.remove(transaction.state().requireChat(chatId));
  }

  /** Somebody joins; a member again changes nothing. */
  public static Chat join(Transaction transaction, String chatId, Participant participant) {
    return members(
        transaction,
        chatId,
        members ->
            members.stream().anyMatch(m -> m.user().id().equals(participant.user().id()))
                ? members
                : members.plus(participant));
  }

  /** Somebody leaves. */
  public static Chat leave(Transaction transaction, String chatId, String userId) {
    var member = requireMember(transaction.state().requireChat(chatId), userId);
    return members(transaction, chatId, members -> members.minus(member));
  }

  private static Chat members(
      Transaction transaction,
      String chatId,
      Function<PVector<Participant>, PVector<Participant>> change) {
    var chat = transaction.state().requireChat(chatId);
    return ChatRules.store(
        transaction, chat, chat.withParticipants(change.apply(chat.participants())));
  }
}
