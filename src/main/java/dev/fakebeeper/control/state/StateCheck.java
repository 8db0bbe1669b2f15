package dev.fakebeeper.control.state;

import dev.fakebeeper.control.state.Findings.Last;
import dev.fakebeeper.control.state.Findings.Named;
import dev.fakebeeper.control.state.Findings.Spot;
import dev.fakebeeper.control.state.Section.PlannedTimer;
import dev.fakebeeper.control.state.Section.ReactionTransaction;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the parts of a state file agree: what is named exists, what names is unique, and new ids
 * come behind those that are taken. Refuses nothing that a world can come to by itself: there, a
 * reply, a merged chat, a send or an expiry may outlive what it names. Used once, by one thread.
 */
final class StateCheck {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

  private final Head head;
  private final Findings found;

  StateCheck(Head head, StateDraft draft) {
    this.head = head;
    this.found = new Findings(draft);
  }

  /** The disagreements, section by section. */
  List<Problem> problems() {
    found.unique(Section.NETWORKS, "type", Network::type);
    found.unique(
        Section.REACTION_TRANSACTIONS, "transactionID", ReactionTransaction::transactionId);
    var tokens = found.unique(Section.TOKENS, "value", Token::value);
    found.unique(Section.ASSETS, "url", Asset::url);
    var labels = found.unique(Section.LABELS, "id", Label::id);
    var accounts = found.unique(Section.ACCOUNTS, "accountID", Account::id);
    var sends = found.unique(Section.SENDS, "pendingMessageID", Send::pendingId);
    var uploads = found.unique(Section.UPLOADS, "uploadID", Upload::id);
    contacts(accounts);
    var chats = chats(accounts, labels);
    directChats(accounts, chats.keySet());
    messages(chats);
    var sessions = new BridgesCheck(found).sessions(accounts);
    var setup = new SetupCheck(found);
    var requests = new OAuthCheck(found).requests(tokens);
    timers(new Timed(accounts, chats.keySet(), sends, uploads, sessions, setup, requests));
    return found.problems();
  }

  /** What a timer may be about. */
  private record Timed(
      Set<String> accounts,
      Set<String> chats,
      Set<String> sends,
      Set<String> uploads,
      Set<String> sessions,
      SetupCheck setup,
      Set<String> requests) {}

  private void contacts(Set<String> accounts) {
    found.unique(Section.CONTACTS, "user", one -> List.of(one.accountId(), one.user().id()));
    found.each(Section.CONTACTS, (at, contact) -> account(at, contact.accountId(), accounts));
  }

  private void account(Spot at, String id, Set<String> accounts) {
    found.refer(at, "accountID", new Named("account", id), accounts);
  }

  private void chat(Spot at, String member, String id, Set<String> chats) {
    found.refer(at, member, new Named("chat", id), chats);
  }

  private Map<String, Chat> chats(Set<String> accounts, Set<String> labels) {
    found.unique(Section.CHATS, "id", Chat::id);
    found.unique(Section.CHATS, "localChatID", Chat::localId);
    var last = new Last("/ids/lastLocalChatID", head.ids().lastLocalChatId());
    var byId = new HashMap<String, Chat>();
    found.each(
        Section.CHATS,
        (at, chat) -> {
          byId.put(chat.id(), chat);
          account(at, chat.accountId(), accounts);
          for (var label : chat.labelIds()) {
            found.refer(at, "labelIDs", new Named("label", label), labels);
          }
          found.notBehind(at, "localChatID", number(chat.localId()), last);
        });
    return byId;
  }

  private void directChats(Set<String> accounts, Set<String> chats) {
    found.unique(Section.DIRECT_CHATS, "userID", one -> List.of(one.accountId(), one.userId()));
    found.each(
        Section.DIRECT_CHATS,
        (at, direct) -> {
          account(at, direct.accountId(), accounts);
          chat(at, "chatID", direct.chatId(), chats);
        });
  }

  private void messages(Map<String, Chat> chats) {
    found.unique(Section.MESSAGES, "sortKey", Message::chatId, Message::sortKey);
    found.unique(Section.MESSAGES, "id", Message::chatId, Message::id);
    var lastId = new Last("/ids/lastMessageID", head.ids().lastMessageId());
    var lastKey = new Last("/ids/lastSortKey", head.ids().lastSortKey());
    found.each(
        Section.MESSAGES,
        (at, message) -> {
          inItsChat(at, message, chats.get(message.chatId()));
          found.notBehind(at, "sortKey", message.sortKey(), lastKey);
          found.notBehind(at, "id", number(message.id()), lastId);
        });
  }

  private void inItsChat(Spot at, Message message, @Nullable Chat chat) {
    if (chat == null) {
      found.noSuch(at, "chatID", new Named("chat", message.chatId()));
    } else if (!chat.accountId().equals(message.accountId())) {
      found.add(
          new Problem(
              at + "/accountID",
              "The message is of " + message.accountId() + " and its chat of " + chat.accountId(),
              "A message has the account of its chat",
              "Write that of the chat"));
    }
  }

  private void timers(Timed known) {
    found.unique(Section.TIMERS, "number", PlannedTimer::number);
    found.unique(Section.TIMERS, "timer", PlannedTimer::timer);
    var last = new Last("/nextTimer", head.nextTimer() - 1);
    found.each(
        Section.TIMERS,
        (at, planned) -> {
          found.notBehind(at, "number", planned.number(), last);
          timer(at, planned.timer(), known);
        });
  }

  private void timer(Spot at, Timer timer, Timed known) {
    if (timer instanceof Timer.SendStep step) {
      var send = new Named("send", step.pendingId());
      found.refer(at, "timer/pendingMessageID", send, known.sends());
    } else if (timer instanceof Timer.ReminderDue reminder) {
      chat(at, "timer/chatID", reminder.chatId(), known.chats());
    } else if (timer instanceof Timer.SnoozeEnd snooze) {
      chat(at, "timer/chatID", snooze.chatId(), known.chats());
    } else if (timer instanceof Timer.UploadExpiry expiry) {
      var upload = new Named("upload", expiry.uploadId());
      found.refer(at, "timer/uploadID", upload, known.uploads());
    } else if (timer instanceof Timer.AccountProgress progress) {
      var account = new Named("account", progress.accountId());
      found.refer(at, "timer/accountID", account, known.accounts());
    } else if (timer instanceof Timer.ConsentExpiry expiry) {
      var request = new Named("question", expiry.consentId());
      found.refer(at, "timer/consentID", request, known.requests());
    } else {
      login(at, timer, known.sessions());
      known.setup().timer(at, timer);
    }
  }

  private void login(Spot at, Timer timer, Set<String> sessions) {
    if (timer instanceof Timer.LoginExpiry expiry) {
      session(at, expiry.loginSessionId(), sessions);
    } else if (timer instanceof Timer.LoginRotation rotation) {
      session(at, rotation.loginSessionId(), sessions);
    } else if (timer instanceof Timer.LoginAct act) {
      session(at, act.loginSessionId(), sessions);
    } else if (timer instanceof Timer.LoginForgetting forgetting) {
      session(at, forgetting.loginSessionId(), sessions);
    }
  }

  private void session(Spot at, String id, Set<String> sessions) {
    found.refer(at, "timer/loginSessionID", new Named("login session", id), sessions);
  }

  /** An id that is a number; any other text is never given out. */
  private static long number(String id) {
    return NUMBER.matcher(id).matches() ? Long.parseLong(id) : Long.MIN_VALUE;
  }
}
