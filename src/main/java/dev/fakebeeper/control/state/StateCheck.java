package dev.fakebeeper.control.state;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.Label;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.Network;
import dev.fakebeeper.world.Send;
import dev.fakebeeper.world.Timer;
import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.Upload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether the parts of a state file agree: what is named exists, what names is unique, and new ids
 * come behind those that are taken. Refuses nothing that a world can come to by itself: there, a
 * reply, a merged chat, a send or an expiry may outlive what it names. Used once, by one thread.
 */
final class StateCheck {
  private final Head head;
  private final StateDraft draft;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Missing> missing = new HashSet<>();

  StateCheck(Head head, StateDraft draft) {
    this.head = head;
    this.draft = draft;
  }

  /** Every disagreement, section by section. */
  List<Problem> problems() {
    unique(Section.NETWORKS, "type", Network::type);
    unique(Section.LABELS, "id", Label::id);
    unique(Section.REACTION_TRANSACTIONS, "transactionID", one -> one.transactionId());
    unique(Section.TOKENS, "value", Token::value);
    unique(Section.ASSETS, "url", Asset::url);
    var accounts = unique(Section.ACCOUNTS, "accountID", Account::id);
    var sends = unique(Section.SENDS, "pendingMessageID", Send::pendingId);
    var uploads = unique(Section.UPLOADS, "uploadID", Upload::id);
    contacts(accounts);
    var chats = chats(accounts);
    directChats(accounts, chats);
    messages(chats);
    timers(new Timed(chats.keySet(), sends, uploads));
    return problems;
  }

  /** What a timer may be about. */
  private record Timed(Set<String> chats, Set<String> sends, Set<String> uploads) {}

  private void contacts(Set<String> accounts) {
    unique(Section.CONTACTS, "user", one -> List.of(one.accountId(), one.user().id()));
    each(
        Section.CONTACTS,
        (at, contact) -> refer(at + "/accountID", "account", contact.accountId(), accounts));
  }

  private Map<String, Chat> chats(Set<String> accounts) {
    unique(Section.CHATS, "id", Chat::id);
    unique(Section.CHATS, "localChatID", Chat::localId);
    var labels = draft.all(Section.LABELS).stream().map(Label::id).collect(Collectors.toSet());
    var byId = new HashMap<String, Chat>();
    each(
        Section.CHATS,
        (at, chat) -> {
          byId.put(chat.id(), chat);
          refer(at + "/accountID", "account", chat.accountId(), accounts);
          chat.labelIds().forEach(label -> refer(at + "/labelIDs", "label", label, labels));
          var last = head.ids().lastLocalChatId();
          behind(at + "/localChatID", number(chat.localId()), last, "lastLocalChatID");
        });
    return byId;
  }

  private void directChats(Set<String> accounts, Map<String, Chat> chats) {
    unique(Section.DIRECT_CHATS, "userID", one -> List.of(one.accountId(), one.userId()));
    each(
        Section.DIRECT_CHATS,
        (at, direct) -> {
          refer(at + "/accountID", "account", direct.accountId(), accounts);
          refer(at + "/chatID", "chat", direct.chatId(), chats.keySet());
        });
  }

  private void messages(Map<String, Chat> chats) {
    unique(Section.MESSAGES, "sortKey", one -> new InChat(one.chatId(), one.sortKey()));
    unique(Section.MESSAGES, "id", one -> new InChat(one.chatId(), one.id()));
    each(Section.MESSAGES, (at, message) -> message(at, message, chats.get(message.chatId())));
  }

  /** Something that is unique in its chat only. */
  private record InChat(String chatId, Object value) {}

  private void message(String at, Message message, @Nullable Chat chat) {
    if (chat == null) {
      noSuch(at + "/chatID", "chat", message.chatId());
    } else if (!chat.accountId().equals(message.accountId())) {
      problem(
          at + "/accountID",
          "The message is of " + message.accountId() + " and its chat of " + chat.accountId(),
          "A message has the account of its chat",
          "Write that of the chat");
    }
    behind(at + "/sortKey", message.sortKey(), head.ids().lastSortKey(), "lastSortKey");
    behind(at + "/id", number(message.id()), head.ids().lastMessageId(), "lastMessageID");
  }

  private void timers(Timed known) {
    unique(Section.TIMERS, "number", Section.PlannedTimer::number);
    unique(Section.TIMERS, "timer", Section.PlannedTimer::timer);
    each(
        Section.TIMERS,
        (at, planned) -> {
          if (planned.number() >= head.nextTimer()) {
            problem(
                at + "/number",
                "The number " + planned.number() + " is not below nextTimer",
                "The next timer would take its place",
                "Raise /nextTimer");
          }
          timer(at + "/timer", planned.timer(), known);
        });
  }

  private void timer(String at, Timer timer, Timed known) {
    if (timer instanceof Timer.SendStep step) {
      refer(at + "/pendingMessageID", "send", step.pendingId(), known.sends());
    } else if (timer instanceof Timer.ReminderDue reminder) {
      refer(at + "/chatID", "chat", reminder.chatId(), known.chats());
    } else if (timer instanceof Timer.SnoozeEnd snooze) {
      refer(at + "/chatID", "chat", snooze.chatId(), known.chats());
    } else if (timer instanceof Timer.UploadExpiry expiry) {
      refer(at + "/uploadID", "upload", expiry.uploadId(), known.uploads());
    }
  }

  /** An action on an element and its JSON pointer. */
  @FunctionalInterface
  private interface Look<T> {
    void at(String pointer, T element);
  }

  private <T> void each(Section<T> section, Look<T> look) {
    var index = 0;
    for (var element : draft.all(section)) {
      look.at("/" + section.name() + "/" + index, element);
      index++;
    }
  }

  /** Notes who shares a key with one before, and returns all keys. */
  private <T, K> Set<K> unique(Section<T> section, String member, Function<T, K> key) {
    var first = new HashMap<K, String>();
    each(
        section,
        (at, element) -> {
          var earlier = first.putIfAbsent(key.apply(element), at);
          if (earlier != null) {
            problem(
                at + "/" + member,
                "This is taken",
                earlier + " has the same",
                "Change it, or remove one of them");
          }
        });
    return first.keySet();
  }

  private void refer(String at, String kind, String id, Set<String> known) {
    if (!known.contains(id)) {
      noSuch(at, kind, id);
    }
  }

  /** Something that is named and not there. */
  private record Missing(String kind, String id) {}

  /** Said once: whoever forgets one account would read of all its chats and contacts otherwise. */
  private void noSuch(String at, String kind, String id) {
    if (missing.add(new Missing(kind, id))) {
      problem(
          at,
          "There is no " + kind + " \"" + id + "\"",
          "What is named must be in the file, and this is the first to name it",
          "Add the " + kind + ", or remove all that names it");
    }
  }

  /** An id or key behind the last one would be given out again, in place of what has it. */
  private void behind(String at, long number, long last, String source) {
    if (number > last) {
      problem(
          at,
          "The number " + number + " is above /ids/" + source + ", which is " + last,
          "It would be given out again",
          "Raise /ids/" + source);
    }
  }

  /** An id that is a number; any other text is never given out. */
  private static long number(String id) {
    return id.matches("\\d{1,15}") ? Long.parseLong(id) : Long.MIN_VALUE;
  }

  private void problem(String at, String what, String why, String fix) {
    problems.add(new Problem(at, what, why, fix));
  }
}
