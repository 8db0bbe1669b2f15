package dev.fakebeeper.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * How an account connects and gets what its network hands over: connecting, then back-filling while
 * the history of its chats grows into the past, then connected (inferred: only the words are
 * documented). An account that loses its connection on the way stops there, and goes on from there
 * when it is connected again.
 */
public final class BackfillRules {
  private static final Duration BETWEEN_CHATS = Duration.ofMinutes(41);
  private static final Duration BETWEEN_MESSAGES = Duration.ofMinutes(11);

  private BackfillRules() {}

  /** Begins for a new account that connects. */
  static void begin(Transaction transaction, Account account, HistoryRules.Telling telling) {
    if (!imports(transaction.state(), account).chats().isEmpty()) {
      var backfill = new Backfill(account.id(), transaction.now(), TreePVector.empty(), 0, telling);
      transaction.update(state -> state.withBridges(state.bridges().with(backfill)));
    }
    connect(transaction, account);
  }

  /** An account connects; what it had not got yet when it lost its connection comes then. */
  static void connect(Transaction transaction, Account account) {
    schedule(transaction, account.id(), imports(transaction.state(), account).connecting());
  }

  private static Arrival.Imports imports(WorldState state, Account account) {
    return BridgeRules.find(state, account.bridge().id())
        .map(bridge -> bridge.arrival().imports())
        .orElse(Arrival.Imports.NONE);
  }

  private static void schedule(Transaction transaction, String accountId, Duration after) {
    transaction.schedule(transaction.now().plus(after), new Timer.AccountProgress(accountId));
  }

  /** Stops what a lost connection cannot go on with, or goes on where it had stopped. */
  static void statusChanged(Transaction transaction, Account account) {
    var timer = new Timer.AccountProgress(account.id());
    var backfill = transaction.state().bridges().backfills().get(account.id());
    if (backfill == null || !isOnItsWay(account)) {
      transaction.cancel(timer);
    } else {
      schedule(transaction, account.id(), Duration.ZERO);
    }
  }

  private static boolean isOnItsWay(Account account) {
    return account.status() == AccountStatus.CONNECTING
        || account.status() == AccountStatus.BACKFILLING;
  }

  /** Nothing more comes for an account that is gone. */
  static void forget(Transaction transaction, String accountId) {
    transaction.cancel(new Timer.AccountProgress(accountId));
    transaction.update(state -> state.withBridges(state.bridges().withoutBackfill(accountId)));
  }

  /** The next portion comes, or all is there. */
  static void step(Transaction transaction, String accountId) {
    var state = transaction.state();
    var account = state.findAccount(accountId).filter(BackfillRules::isOnItsWay);
    if (account.isEmpty()) {
      return;
    }
    var backfill = state.bridges().backfills().get(accountId);
    var imports = imports(state, account.get());
    if (backfill == null || backfill.done() >= imports.portions()) {
      forget(transaction, accountId);
      status(transaction, account.get(), AccountStatus.CONNECTED);
      return;
    }
    status(transaction, account.get(), AccountStatus.BACKFILLING);
    var opened =
        backfill.done() > 0
            ? backfill
            : backfill.withChatIds(open(transaction, account.get(), imports.chats()));
    portion(transaction, opened, imports);
    var next = opened.withDone(opened.done() + 1);
    transaction.update(now -> now.withBridges(now.bridges().with(next)));
    schedule(transaction, accountId, imports.backfilling().dividedBy(imports.portions()));
  }

  private static void status(Transaction transaction, Account account, AccountStatus status) {
    var changed = account.withStatus(status);
    transaction.update(state -> state.withAccounts(state.accounts().plus(account.id(), changed)));
  }

  private static PVector<String> open(
      Transaction transaction, Account account, List<Arrival.ImportedChat> chats) {
    var bridge = BridgeRules.require(transaction.state(), account.bridge().id());
    PVector<String> ids = TreePVector.empty();
    var met = new ArrayList<User>();
    for (var imported : chats) {
      var people = imported.people().stream().map(one -> NewPerson.withId(bridge, one)).toList();
      met.addAll(people);
      var chat = OthersRules.openChat(transaction, account.id(), people, imported.title());
      transaction.put(chat.withLastActivity(null)); // until its messages come
      ids = ids.plus(chat.id());
    }
    var book = AddressBook.of(met.stream().distinct().toList());
    transaction.update(state -> state.withContacts(state.contacts().plus(account.id(), book)));
    return ids;
  }

  private static void portion(Transaction transaction, Backfill backfill, Arrival.Imports imports) {
    for (var number = 0; number < backfill.chatIds().size(); number++) {
      var chat = transaction.state().findChat(backfill.chatIds().get(number));
      var total = imports.chats().get(number).messages();
      if (chat.isPresent()) {
        var from = share(total, backfill.done(), imports.portions());
        var to = share(total, backfill.done() + 1, imports.portions());
        var past = past(backfill, imports.lines(), new Slice(chat.get(), number, from, to));
        var manner = new HistoryRules.Manner(HistoryRules.Place.BY_TIME, backfill.telling());
        HistoryRules.backfill(transaction, chat.get().id(), past, manner);
        if (backfill.done() == 0) {
          transaction.put(transaction.state().requireChat(chat.get().id()));
        }
      }
    }
  }

  /** How many messages are there after so many portions; the first has one at least. */
  private static int share(int total, int portions, int of) {
    return (int) (((long) total * portions + of - 1) / of);
  }

  /** Messages of a chat, counted from the newest. */
  private record Slice(Chat chat, int number, int from, int to) {}

  private static List<HistoryRules.Past> past(Backfill backfill, List<String> lines, Slice slice) {
    var past = new ArrayList<HistoryRules.Past>(slice.to() - slice.from());
    var newest = backfill.since().minus(BETWEEN_CHATS.multipliedBy(slice.number() + 1L));
    var members = slice.chat().participants();
    for (var i = slice.from(); i < slice.to(); i++) {
      var sender = members.get((i + slice.number()) % members.size()).user().id();
      var line =
          lines.isEmpty()
              ? "Earlier message " + (i + 1)
              : lines.get((i + 7 * slice.number()) % lines.size());
      var at = newest.minus(BETWEEN_MESSAGES.multipliedBy(i));
      past.add(new HistoryRules.Past(sender, at, line));
    }
    return past;
  }
}
