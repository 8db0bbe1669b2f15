package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.control.worlds.WorldFiles;
import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.Network;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.json.AccountReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Makes the accounts and their networks. */
final class LiftedAccounts {
  private final Sights sights;
  private final Notes notes;
  private final Transaction transaction;
  private final Map<String, String> selves = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  LiftedAccounts(Sights sights, Notes notes, Transaction transaction) {
    this.sights = sights;
    this.notes = notes;
    this.transaction = transaction;
  }

  /**
   * Stores all that were shown, and those that only chats name.
   *
   * @param logs the messages by chat
   */
  void all(List<ObjectNode> chats, Collection<? extends SortedMap<Long, Message>> logs) {
    sights.messages.all().forEach(this::noteSender);
    chats.forEach(this::noteSelf);
    var all = new LinkedHashMap<String, ObjectNode>(sights.accounts.byKey());
    chats.forEach(
        chat -> all.computeIfAbsent(chat.path("accountID").textValue(), id -> bare(id, chat)));
    all.forEach((id, tree) -> store(tree, chats));
    reactions(logs);
  }

  /** Own messages bear the user id of the owner, which accounts do not tell. */
  private void noteSender(ObjectNode message) {
    if (message.path("isSender").asBoolean() && message.path("senderID").isTextual()) {
      var account = message.path("accountID").asText();
      selves.putIfAbsent(account, message.path("senderID").textValue());
      if (message.path("senderName").isTextual()) {
        names.putIfAbsent(account, message.path("senderName").textValue());
      }
    }
  }

  private void noteSelf(ObjectNode chat) {
    for (var member : chat.path("participants").path("items")) {
      if (member.path("isSelf").asBoolean()) {
        selves.putIfAbsent(chat.path("accountID").asText(), member.path("id").asText());
      }
    }
  }

  private ObjectNode bare(String id, ObjectNode chat) {
    notes.assumed("accounts", "Only their chats were shown: of their user, a name at most", id);
    var network = chat.path("network").asText(id);
    var bare = JsonNodeFactory.instance.objectNode().put("accountID", id).put("network", network);
    var type =
        known().values().stream()
            .filter(one -> one.displayName().equals(network))
            .map(Network::type)
            .findFirst()
            .orElse(id);
    bare.putObject("bridge").put("id", type).put("type", type);
    bare.putObject("user").put("id", id).put("fullName", names.get(id));
    return bare;
  }

  private void store(ObjectNode tree, List<ObjectNode> chats) {
    var id = tree.path("accountID").textValue();
    var userId = tree.path("user").path("id").asText(id);
    var account = AccountReader.read(tree, selves.getOrDefault(id, userId));
    var network = network(account, networkName(tree, chats));
    transaction.update(
        state ->
            state
                .withNetworks(state.networks().plus(network.type(), network))
                .withAccounts(state.accounts().plus(id, account)));
  }

  /** As the account tells it, or (builds that do not) as one of its chats does. */
  private static String networkName(ObjectNode account, List<ObjectNode> chats) {
    var id = account.path("accountID").textValue();
    var ofChats =
        chats.stream()
            .filter(chat -> chat.path("accountID").asText().equals(id))
            .map(chat -> chat.path("network"));
    return Stream.concat(Stream.of(account.path("network")), ofChats)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst()
        .orElse("");
  }

  /** A network that comes with the fake has its ways; the name is that of the app. */
  private static Network network(Account account, String name) {
    var type = account.bridge().type();
    var known = known().get(type);
    if (known == null) {
      return Network.unknown(type, name.isEmpty() ? null : name);
    }
    return new Network(
        type,
        name.isEmpty() ? known.displayName() : name,
        known.capabilities(),
        known.reactionsPerPerson(),
        known.live(),
        known.notifyAnyway());
  }

  private static Map<String, Network> known() {
    return Known.NETWORKS;
  }

  private static final class Known {
    static final Map<String, Network> NETWORKS =
        WorldFiles.bundled("default").at(java.time.Instant.EPOCH, 1).networks();
  }

  /** The ids of reactions tell whether their network allows one for each person, or several. */
  private void reactions(Collection<? extends SortedMap<Long, Message>> logs) {
    for (var log : logs) {
      log.values().stream().filter(m -> !m.reactions().isEmpty()).forEach(this::reactions);
    }
  }

  private void reactions(Message message) {
    var tree = sights.messages.find(Sights.key(message.chatId(), message.id()));
    var account = transaction.state().findAccount(message.accountId());
    if (tree == null || account.isEmpty()) {
      return;
    }
    var network = transaction.state().networkOf(account.get());
    var reaction = tree.path("reactions").path(0);
    var one = reaction.path("id").asText().equals(reaction.path("participantID").asText());
    var allowed = one ? 1 : Math.max(2, network.reactionsPerPerson());
    if (allowed != network.reactionsPerPerson()) {
      put(network, allowed);
    }
  }

  private void put(Network known, int reactionsPerPerson) {
    var network =
        new Network(
            known.type(),
            known.displayName(),
            known.capabilities(),
            reactionsPerPerson,
            known.live(),
            known.notifyAnyway());
    transaction.update(state -> state.withNetworks(state.networks().plus(network.type(), network)));
  }
}
