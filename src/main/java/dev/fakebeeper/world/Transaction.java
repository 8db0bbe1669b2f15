package dev.fakebeeper.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.pcollections.TreePVector;

/**
 * One change of the world in the making: a state that only its maker sees, and the list of what a
 * client will notice. Used by one thread, under the world's lock, and not kept.
 */
public final class Transaction {
  private final Instant now;
  private final WorldRules rules;
  private final Map<String, Change.InChat> messageChanges = new LinkedHashMap<>();
  private final Map<String, Change> chatChanges = new LinkedHashMap<>();
  private final SetupState setupBefore;
  private WorldState state;

  Transaction(WorldState start, Instant now, WorldRules rules) {
    this.state = start;
    this.setupBefore = start.setup();
    this.now = now;
    this.rules = rules;
  }

  /** The state as it is so far. */
  public WorldState state() {
    return state;
  }

  /** The world's time; the same during the whole transaction. */
  public Instant now() {
    return now;
  }

  /** The choices of behaviour. */
  public WorldRules rules() {
    return rules;
  }

  /**
   * What a client will notice: messages, then chats, each once with its last value; then the app.
   */
  List<Change> changes() {
    var all = new ArrayList<Change>(messageChanges.values());
    all.addAll(chatChanges.values());
    all.addAll(SetupChanges.between(setupBefore, state.setup()));
    return all;
  }

  /**
   * Replaces the state as a whole; for loaders of starting worlds and rules that no other method
   * serves.
   */
  public void update(UnaryOperator<WorldState> change) {
    state = change.apply(state);
  }

  /** Stores a chat, new or changed, and keeps every index of it. */
  public void put(Chat chat) {
    putSilently(chat);
    chatChanges.put(chat.id(), new Change.ChatUpserted(chat));
  }

  /** Stores a chat so that no client learns of it before it asks. */
  void putSilently(Chat chat) {
    var old = state.chats().get(chat.id());
    var inbox = old == null ? state.inbox() : state.inbox().without(old);
    state = state.withChats(state.chats().plus(chat.id(), chat)).withInbox(inbox.with(chat));
    if (old == null) {
      state =
          state
              .withLocalChatIds(state.localChatIds().plus(chat.localId(), chat.id()))
              .withLogs(state.logs().plus(chat.id(), MessageLog.empty()));
      indexDirectChat(chat);
    }
  }

  private void indexDirectChat(Chat chat) {
    if (chat.type() != ChatType.SINGLE) {
      return;
    }
    for (var participant : chat.participants()) {
      if (!participant.user().self() || chat.participants().size() == 1) {
        var key = new WorldState.DirectKey(chat.accountId(), participant.user().id());
        state = state.withDirectChats(state.directChats().plus(key, chat.id()));
      }
    }
  }

  /** Removes a chat with everything in it. */
  public void remove(Chat chat) {
    for (var participant : chat.participants()) {
      var key = new WorldState.DirectKey(chat.accountId(), participant.user().id());
      if (chat.id().equals(state.directChats().get(key))) {
        state = state.withDirectChats(state.directChats().minus(key));
      }
    }
    cancel(new Timer.ReminderDue(chat.id()));
    cancel(new Timer.SnoozeEnd(chat.id()));
    state =
        state
            .withChats(state.chats().minus(chat.id()))
            .withLocalChatIds(state.localChatIds().minus(chat.localId()))
            .withInbox(state.inbox().without(chat))
            .withLogs(state.logs().minus(chat.id()));
    messageChanges.values().removeIf(change -> change.chatId().equals(chat.id()));
    chatChanges.put(chat.id(), new Change.ChatDeleted(chat.id(), chat.accountId()));
  }

  /**
   * Stores a message, new or changed. The chat must exist; its counts are the business of the
   * caller.
   */
  public void put(Message message) {
    putSilently(message);
    messageChanges.put(messageKey(message), new Change.MessageUpserted(message));
  }

  /** Stores a tombstone, which clients learn of as a deletion. */
  void putDeleted(Message tombstone) {
    putSilently(tombstone);
    messageChanges.put(
        messageKey(tombstone),
        new Change.MessagesDeleted(
            tombstone.chatId(), tombstone.accountId(), TreePVector.singleton(tombstone.id())));
  }

  /** Takes a message away altogether. */
  void removeMessage(Message message) {
    var log = state.logs().getOrDefault(message.chatId(), MessageLog.empty());
    state = state.withLogs(state.logs().plus(message.chatId(), log.without(message)));
    messageChanges.put(
        messageKey(message),
        new Change.MessagesDeleted(
            message.chatId(), message.accountId(), TreePVector.singleton(message.id())));
  }

  /** Stores a message so that no client learns of it before it asks. */
  void putSilently(Message message) {
    var log = state.logs().getOrDefault(message.chatId(), MessageLog.empty());
    state = state.withLogs(state.logs().plus(message.chatId(), log.with(message)));
  }

  private static String messageKey(Message message) {
    return message.chatId() + '\n' + message.sortKey();
  }

  /** Stores where the setup of the app stands; clients learn of what they can see of it. */
  public void put(SetupState setup) {
    state = state.withSetup(setup);
  }

  /** Sets a timer; an equal one that is pending is replaced. */
  public void schedule(Instant due, Timer timer) {
    state = state.withTimers(state.timers().with(due, timer));
  }

  /** Drops a pending timer, if there is one. */
  public void cancel(Timer timer) {
    state = state.withTimers(state.timers().without(timer));
  }

  /** A new message id and the sort key that goes with it. */
  public NewMessage newMessage() {
    var ids = state.ids().nextMessage();
    state = state.withIds(ids);
    return new NewMessage(Long.toString(ids.lastMessageId()), ids.lastSortKey());
  }

  /** A new pending id. */
  public String newPendingId() {
    var number = state.ids().taken();
    state = state.withIds(state.ids().next());
    return Ids.pendingId(now, number);
  }

  /** A new local chat id. */
  String newLocalChatId() {
    var ids = state.ids().nextChat();
    state = state.withIds(ids);
    return Long.toString(ids.lastLocalChatId());
  }

  /** A new opaque text of ASCII letters and digits. */
  public String newText(int length) {
    var text = state.ids().text(length);
    state = state.withIds(state.ids().next());
    return text;
  }

  /** The ids of a new message. */
  public record NewMessage(String id, long sortKey) {}
}
