package dev.fakebeeper.control.state;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.AuthorizationCode;
import dev.fakebeeper.world.Backfill;
import dev.fakebeeper.world.Bridge;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ConsentRequest;
import dev.fakebeeper.world.Focus;
import dev.fakebeeper.world.Label;
import dev.fakebeeper.world.LoginSession;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageLog;
import dev.fakebeeper.world.Network;
import dev.fakebeeper.world.OAuthClient;
import dev.fakebeeper.world.OAuthGrant;
import dev.fakebeeper.world.Send;
import dev.fakebeeper.world.SetupMail;
import dev.fakebeeper.world.SetupRequest;
import dev.fakebeeper.world.Timer;
import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.Upload;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.Verification;
import dev.fakebeeper.world.WorldState;
import java.time.Instant;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list in a state file: its member name, what is in it, and where that stands in a world. In the
 * order of the file; a reader takes any order.
 */
final class Section<T> {
  static final Section<Network> NETWORKS =
      new Section<>("networks", Network.class, state -> state.networks().values().stream());
  static final Section<Bridge> BRIDGES =
      new Section<>("bridges", Bridge.class, state -> state.bridges().all().values().stream());
  static final Section<Account> ACCOUNTS =
      new Section<>("accounts", Account.class, state -> state.accounts().values().stream());
  static final Section<Label> LABELS =
      new Section<>("labels", Label.class, state -> state.labels().values().stream());
  static final Section<Contact> CONTACTS =
      new Section<>("contacts", Contact.class, Section::contacts);
  static final Section<Chat> CHATS =
      new Section<>("chats", Chat.class, state -> state.chats().values().stream());
  static final Section<DirectChat> DIRECT_CHATS =
      new Section<>("directChats", DirectChat.class, Section::directChats);
  static final Section<Message> MESSAGES =
      new Section<>(
          "messages",
          Message.class,
          state -> state.logs().values().stream().flatMap(Section::oldestFirst));
  static final Section<ReactionTransaction> REACTION_TRANSACTIONS =
      new Section<>("reactionTransactions", ReactionTransaction.class, Section::transactions);
  static final Section<LoginSession> LOGIN_SESSIONS =
      new Section<>(
          "loginSessions",
          LoginSession.class,
          state -> state.bridges().sessions().values().stream());
  static final Section<Backfill> BACKFILLS =
      new Section<>(
          "backfills", Backfill.class, state -> state.bridges().backfills().values().stream());
  static final Section<SetupRequest> SETUP_REQUESTS =
      new Section<>(
          "setupRequests", SetupRequest.class, state -> state.setup().requests().values().stream());
  static final Section<SetupMail> SETUP_MAILS =
      new Section<>("setupMails", SetupMail.class, state -> state.setup().mails().stream());
  static final Section<Verification> VERIFICATIONS =
      new Section<>(
          "verifications",
          Verification.class,
          state -> state.setup().verifications().values().stream());
  static final Section<Focus> FOCUSES =
      new Section<>("focuses", Focus.class, state -> state.focuses().stream());
  static final Section<Send> SENDS =
      new Section<>("sends", Send.class, state -> state.sends().values().stream());
  static final Section<PlannedTimer> TIMERS =
      new Section<>("timers", PlannedTimer.class, Section::timers);
  static final Section<Token> TOKENS =
      secret("tokens", Token.class, state -> state.tokens().values().stream());
  static final Section<OAuthClient> OAUTH_CLIENTS =
      secret("oauthClients", OAuthClient.class, state -> state.oauth().clients().values().stream());
  static final Section<ConsentRequest> CONSENT_REQUESTS =
      secret(
          "consentRequests",
          ConsentRequest.class,
          state -> state.oauth().requests().values().stream());
  static final Section<AuthorizationCode> OAUTH_CODES =
      secret(
          "oauthCodes", AuthorizationCode.class, state -> state.oauth().codes().values().stream());
  static final Section<OAuthGrant> OAUTH_GRANTS =
      secret("oauthGrants", OAuthGrant.class, state -> state.oauth().grants().values().stream());
  static final Section<Upload> UPLOADS =
      new Section<>("uploads", Upload.class, state -> state.uploads().values().stream());
  static final Section<Asset> ASSETS =
      new Section<>("assets", Asset.class, state -> state.assets().values().stream());

  static final List<Section<?>> ALL =
      List.of(
          NETWORKS,
          BRIDGES,
          ACCOUNTS,
          LABELS,
          CONTACTS,
          CHATS,
          DIRECT_CHATS,
          MESSAGES,
          REACTION_TRANSACTIONS,
          LOGIN_SESSIONS,
          BACKFILLS,
          SETUP_REQUESTS,
          SETUP_MAILS,
          VERIFICATIONS,
          FOCUSES,
          SENDS,
          TIMERS,
          TOKENS,
          OAUTH_CLIENTS,
          CONSENT_REQUESTS,
          OAUTH_CODES,
          OAUTH_GRANTS,
          UPLOADS,
          ASSETS);

  private final String name;
  private final Class<T> type;
  private final Function<WorldState, Stream<T>> elements;
  private final Secrecy secrecy;

  /** Whether a file without tokens has it. */
  private enum Secrecy {
    OPEN,
    SECRET
  }

  private Section(String name, Class<T> type, Function<WorldState, Stream<T>> elements) {
    this(name, type, elements, Secrecy.OPEN);
  }

  private Section(
      String name, Class<T> type, Function<WorldState, Stream<T>> elements, Secrecy secrecy) {
    this.name = name;
    this.type = type;
    this.elements = elements;
    this.secrecy = secrecy;
  }

  private static <T> Section<T> secret(
      String name, Class<T> type, Function<WorldState, Stream<T>> elements) {
    return new Section<>(name, type, elements, Secrecy.SECRET);
  }

  /** A contact of an account. */
  record Contact(String accountId, User user) {}

  /**
   * The direct chat that is found for a person. Of two with the same person it is the younger one,
   * so it does not follow from the chats.
   */
  record DirectChat(String accountId, String userId, String chatId) {}

  /** A reaction that must not be done again, and what it did. */
  record ReactionTransaction(String transactionId, String done) {}

  /** Pending work; equal instants fire in the order of their numbers. */
  record PlannedTimer(Instant due, long number, Timer timer) {}

  String name() {
    return name;
  }

  /** Whether it stays out of a file without tokens. */
  boolean isSecret() {
    return secrecy == Secrecy.SECRET;
  }

  Class<T> type() {
    return type;
  }

  Stream<T> of(WorldState state) {
    return elements.apply(state);
  }

  private static Stream<Contact> contacts(WorldState state) {
    return state.contacts().entrySet().stream()
        .flatMap(
            book -> book.getValue().all().stream().map(user -> new Contact(book.getKey(), user)));
  }

  /** An entry may outlive its chat; then it leads nowhere. */
  private static Stream<DirectChat> directChats(WorldState state) {
    return state.directChats().entrySet().stream()
        .filter(entry -> state.chats().containsKey(entry.getValue()))
        .map(
            entry ->
                new DirectChat(
                    entry.getKey().accountId(), entry.getKey().userId(), entry.getValue()));
  }

  private static Stream<Message> oldestFirst(MessageLog log) {
    var messages = log.newerThan(Long.MIN_VALUE);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(messages, 0), false);
  }

  private static Stream<ReactionTransaction> transactions(WorldState state) {
    return state.reactionTransactions().entrySet().stream()
        .map(entry -> new ReactionTransaction(entry.getKey(), entry.getValue()));
  }

  private static Stream<PlannedTimer> timers(WorldState state) {
    return state.timers().all().entrySet().stream()
        .map(
            entry ->
                new PlannedTimer(entry.getKey().due(), entry.getKey().number(), entry.getValue()));
  }
}
