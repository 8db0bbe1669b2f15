package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.control.worlds.StartingWorld;
import dev.fakebeeper.world.AddressBook;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.Ids;
import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.SetupState;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldClock;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.WorldState;
import dev.fakebeeper.world.json.AppStateReader;
import dev.fakebeeper.world.json.LabelJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pcollections.TreePMap;

/** Makes the state of what was seen. Used once, by one thread. */
final class LiftBuilding {
  private final Sights sights;
  private final Notes notes;
  private final Transaction transaction;

  private LiftBuilding(Sights sights, Notes notes, Transaction transaction) {
    this.sights = sights;
    this.notes = notes;
    this.transaction = transaction;
  }

  static LiftedWorld build(Sights sights, Instant start, Notes notes) {
    var seed = 1L; // of a state that gives out no id
    var clock = WorldClock.frozenAt(start);
    try (var world = new World(WorldState.empty(seed), clock, WorldRules.defaults())) {
      world.run(transaction -> new LiftBuilding(sights, notes, transaction).all());
      var state = world.read();
      var report = new LiftReport(start, counts(state), notes.all());
      StartingWorld lifted = (now, own) -> state.withIds(seeded(state.ids(), own));
      return new LiftedWorld(lifted, report, sights.newness.later());
    }
  }

  private static Ids seeded(Ids ids, long seed) {
    return new Ids(
        seed, ids.taken(), ids.lastMessageId(), ids.lastSortKey(), ids.lastLocalChatId());
  }

  private void all() {
    var messages = new LiftedMessages(sights, notes).all();
    var chats = new LiftedChats(sights, notes, transaction, messages);
    var shown = chats.shown();
    new LiftedAccounts(sights, notes, transaction).all(shown, messages.values());
    new LiftedBridges(sights, notes, transaction).all();
    transaction.update(this::withLabels);
    new LiftedAssets(sights, notes).addTo(transaction, messages.values());
    chats.all(shown);
    contacts();
    var appState = sights.appState();
    if (appState != null) {
      transaction.update(state -> state.withSetup(setup(state.setup(), appState)));
    }
  }

  /** Who is signed in is the owner of what was seen. */
  private SetupState setup(SetupState usual, JsonNode shown) {
    if (shown.path("verification").isObject()) {
      notes.leftOut("verifications", "What only the other device knows was never shown", "one");
    }
    var app = AppStateReader.read(shown);
    var owner = app.identity() == null ? usual.dataOf() : app.identity().userId();
    return usual
        .withApp(app)
        .withDataOf(owner)
        .withMembers(TreePMap.singleton(SetupState.OWNERS_MAIL, owner));
  }

  private WorldState withLabels(WorldState state) {
    var labels = state.labels();
    for (ObjectNode label : sights.labels.all()) {
      var read = LabelJson.read(label);
      labels = labels.plus(read.id(), read);
    }
    return state.withLabels(labels);
  }

  private void contacts() {
    Map<String, List<User>> met = new LinkedHashMap<>();
    for (var chat : transaction.state().chats().values()) {
      var people = met.computeIfAbsent(chat.accountId(), id -> new ArrayList<>());
      chat.participants().stream()
          .map(Participant::user)
          .filter(user -> !NotRecorded.isOne(user))
          .forEach(people::add);
    }
    for (var account : List.copyOf(transaction.state().accounts().keySet())) {
      var book = AddressBook.of(sights.contacts.of(account, met.getOrDefault(account, List.of())));
      if (sights.contacts.areAssumed(account)) {
        notes.assumed(
            "accounts' contacts",
            "Nobody listed them; whoever was seen in a chat or found is one",
            account);
      }
      transaction.update(state -> state.withContacts(state.contacts().plus(account, book)));
    }
  }

  private static Map<String, Integer> counts(WorldState state) {
    var counts = new LinkedHashMap<String, Integer>();
    counts.put("accounts", state.accounts().size());
    counts.put("chats", state.chats().size());
    counts.put("messages", state.logs().values().stream().mapToInt(log -> log.size()).sum());
    counts.put("people", people(state));
    counts.put("contacts", state.contacts().values().stream().mapToInt(b -> b.all().size()).sum());
    counts.put("labels", state.labels().size());
    counts.put("assets", state.assets().size());
    return counts;
  }

  private static int people(WorldState state) {
    return (int)
        state.chats().values().stream()
            .map(Chat::participants)
            .flatMap(List::stream)
            .map(Participant::user)
            .filter(user -> !NotRecorded.isOne(user))
            .map(User::id)
            .distinct()
            .count();
  }
}
