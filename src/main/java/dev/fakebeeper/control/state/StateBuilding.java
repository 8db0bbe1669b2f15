package dev.fakebeeper.control.state;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.AddressBook;
import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.AuthorizationCode;
import dev.fakebeeper.world.Backfill;
import dev.fakebeeper.world.Bridge;
import dev.fakebeeper.world.BridgesState;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatCapabilities;
import dev.fakebeeper.world.ConsentRequest;
import dev.fakebeeper.world.Inbox;
import dev.fakebeeper.world.Label;
import dev.fakebeeper.world.LoginSession;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageLog;
import dev.fakebeeper.world.Network;
import dev.fakebeeper.world.OAuthClient;
import dev.fakebeeper.world.OAuthGrant;
import dev.fakebeeper.world.OAuthState;
import dev.fakebeeper.world.Send;
import dev.fakebeeper.world.SetupRequest;
import dev.fakebeeper.world.SetupState;
import dev.fakebeeper.world.SetupStateBuilder;
import dev.fakebeeper.world.Timer;
import dev.fakebeeper.world.TimerKey;
import dev.fakebeeper.world.Timers;
import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.Upload;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.Verification;
import dev.fakebeeper.world.WorldState;
import dev.fakebeeper.world.WorldStateBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.pcollections.OrderedPMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** Makes the state that a checked file describes, with every index of it. */
final class StateBuilding {
  private final Head head;
  private final StateDraft draft;
  private final Map<String, String> texts = new HashMap<>();

  private StateBuilding(Head head, StateDraft draft) {
    this.head = head;
    this.draft = draft;
  }

  static SavedWorld build(Head head, StateDraft draft) {
    var tokens = draft.has(Section.TOKENS) ? SavedWorld.Tokens.WRITTEN : SavedWorld.Tokens.LEFT_OUT;
    return new SavedWorld(head.world(), head.at(), new StateBuilding(head, draft).state(), tokens);
  }

  private WorldState state() {
    var state = head.fill(WorldStateBuilder.builder());
    state
        .networks(by(Section.NETWORKS, Network::type))
        .accounts(accounts())
        .contacts(contacts())
        .labels(by(Section.LABELS, Label::id))
        .assets(by(Section.ASSETS, Asset::url))
        .uploads(by(Section.UPLOADS, Upload::id))
        .tokens(by(Section.TOKENS, Token::value))
        .reactionTransactions(transactions())
        .focuses(TreePVector.from(draft.all(Section.FOCUSES)))
        .sends(by(Section.SENDS, Send::pendingId))
        .bridges(bridges())
        .setup(setup())
        .oauth(oauth())
        .timers(timers());
    chats(state);
    return state.build();
  }

  private void chats(WorldStateBuilder state) {
    var chats = sharingCapabilities(draft.all(Section.CHATS));
    var localIds = new TreeMap<String, String>();
    chats.forEach(chat -> localIds.put(chat.localId(), chat.id()));
    state
        .chats(by(chats, Chat::id))
        .localChatIds(TreePMap.fromSortedMap(localIds))
        .directChats(directChats())
        .inbox(Inbox.of(chats))
        .logs(logs());
  }

  /** Chats of one network nearly always share what it allows, which is the bulk of a chat. */
  private static List<Chat> sharingCapabilities(List<Chat> chats) {
    var known = new HashMap<ChatCapabilities, ChatCapabilities>();
    return chats.stream()
        .map(chat -> chat.withCapabilities(known.computeIfAbsent(chat.capabilities(), one -> one)))
        .toList();
  }

  private <T> TreePMap<String, T> by(Section<T> section, Function<T, String> key) {
    return by(draft.all(section), key);
  }

  private static <T> TreePMap<String, T> by(List<T> elements, Function<T, String> key) {
    var sorted = new TreeMap<String, T>();
    elements.forEach(element -> sorted.put(key.apply(element), element));
    return TreePMap.fromSortedMap(sorted);
  }

  private OrderedPMap<String, Account> accounts() {
    return inOrder(Section.ACCOUNTS, Account::id);
  }

  private <T> OrderedPMap<String, T> inOrder(Section<T> section, Function<T, String> key) {
    var all = OrderedPMap.<String, T>empty();
    for (var element : draft.all(section)) {
      all = all.plus(key.apply(element), element);
    }
    return all;
  }

  private BridgesState bridges() {
    return new BridgesState(
        inOrder(Section.BRIDGES, Bridge::id),
        by(Section.LOGIN_SESSIONS, LoginSession::id),
        head.loginPlansOrUsual(),
        by(Section.BACKFILLS, Backfill::accountId),
        head.deadSendsOrUsual());
  }

  private SetupState setup() {
    return head.setupOrReady()
        .fill(SetupStateBuilder.builder())
        .requests(by(Section.SETUP_REQUESTS, SetupRequest::id))
        .mails(TreePVector.from(draft.all(Section.SETUP_MAILS)))
        .verifications(inOrder(Section.VERIFICATIONS, Verification::id))
        .build();
  }

  private OAuthState oauth() {
    return new OAuthState(
        head.oauthPlanOrUsual(),
        by(Section.OAUTH_CLIENTS, OAuthClient::id),
        by(Section.CONSENT_REQUESTS, ConsentRequest::id),
        by(Section.OAUTH_CODES, AuthorizationCode::value),
        by(Section.OAUTH_GRANTS, OAuthGrant::token));
  }

  private TreePMap<String, AddressBook> contacts() {
    var users = new TreeMap<String, List<User>>();
    draft.all(Section.ACCOUNTS).forEach(account -> users.put(account.id(), new ArrayList<>()));
    for (var contact : draft.all(Section.CONTACTS)) {
      users.computeIfAbsent(contact.accountId(), id -> new ArrayList<>()).add(contact.user());
    }
    var books = new TreeMap<String, AddressBook>();
    users.forEach((account, own) -> books.put(account, AddressBook.of(own)));
    return TreePMap.fromSortedMap(books);
  }

  private TreePMap<WorldState.DirectKey, String> directChats() {
    var sorted = new TreeMap<WorldState.DirectKey, String>();
    for (var direct : draft.all(Section.DIRECT_CHATS)) {
      var key = new WorldState.DirectKey(direct.accountId(), direct.userId());
      sorted.put(key, direct.chatId());
    }
    return TreePMap.fromSortedMap(sorted);
  }

  private TreePMap<String, MessageLog> logs() {
    var byChat = new HashMap<String, List<Message>>();
    for (var message : draft.all(Section.MESSAGES)) {
      byChat.computeIfAbsent(message.chatId(), id -> new ArrayList<>()).add(sharing(message));
    }
    var logs = new TreeMap<String, MessageLog>();
    for (var chat : draft.all(Section.CHATS)) {
      logs.put(chat.id(), MessageLog.of(byChat.getOrDefault(chat.id(), List.of())));
    }
    return TreePMap.fromSortedMap(logs);
  }

  /** The same message with texts that other messages use too; a million of them are many bytes. */
  private Message sharing(Message message) {
    return message.with(
        same ->
            same.chatId(shared(message.chatId()))
                .accountId(shared(message.accountId()))
                .senderId(shared(message.senderId()))
                .senderName(message.senderName() == null ? null : shared(message.senderName())));
  }

  private String shared(String text) {
    return texts.computeIfAbsent(text, one -> one);
  }

  private TreePMap<String, String> transactions() {
    var sorted = new TreeMap<String, String>();
    draft
        .all(Section.REACTION_TRANSACTIONS)
        .forEach(one -> sorted.put(one.transactionId(), one.done()));
    return TreePMap.fromSortedMap(sorted);
  }

  private Timers timers() {
    var pending = new TreeMap<TimerKey, Timer>();
    for (var planned : draft.all(Section.TIMERS)) {
      pending.put(new TimerKey(planned.due(), planned.number()), planned.timer());
    }
    return Timers.of(pending, head.nextTimer());
  }
}
