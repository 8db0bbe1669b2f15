package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import org.pcollections.OrderedPMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * Everything that one fake Beeper knows at one moment. Immutable; copying it means copying a
 * reference.
 *
 * @param ids the source of ids
 * @param networks the kinds of network by type
 * @param accounts the accounts by id, in the order in which they were added
 * @param chats the chats by id
 * @param localChatIds chat ids by local chat id
 * @param directChats chat ids of direct chats by {@link DirectKey}
 * @param inbox the chats by last activity
 * @param logs the messages by chat id; every chat has one
 * @param contacts the contacts by account id
 * @param labels the labels by id
 * @param assets the assets by URL
 * @param uploads the uploads by handle
 * @param tokens the access tokens by value
 * @param reactionTransactions what was already done, by transaction id
 * @param focuses the requests to bring the app to the front, oldest first
 * @param sends the messages of the owner on their way, by pending id
 * @param sendProfiles how sends go
 * @param bridges the bridges, and the sign-ins with them
 * @param oauth the OAuth clients and what they are allowed
 * @param setup sign-in and setup of the app, and the devices it verifies
 * @param timers the pending work
 */
@RecordBuilder
public record WorldState(
    Ids ids,
    TreePMap<String, Network> networks,
    OrderedPMap<String, Account> accounts,
    TreePMap<String, Chat> chats,
    TreePMap<String, String> localChatIds,
    TreePMap<DirectKey, String> directChats,
    Inbox inbox,
    TreePMap<String, MessageLog> logs,
    TreePMap<String, AddressBook> contacts,
    TreePMap<String, Label> labels,
    TreePMap<String, Asset> assets,
    TreePMap<String, Upload> uploads,
    TreePMap<String, Token> tokens,
    TreePMap<String, String> reactionTransactions,
    PVector<Focus> focuses,
    TreePMap<String, Send> sends,
    SendProfiles sendProfiles,
    BridgesState bridges,
    OAuthState oauth,
    SetupState setup,
    Timers timers)
    implements WorldStateBuilder.With {

  /**
   * What identifies a direct chat.
   *
   * @param accountId the account
   * @param userId the other person
   */
  public record DirectKey(String accountId, String userId) implements Comparable<DirectKey> {
    @Override
    public int compareTo(DirectKey other) {
      var byAccount = accountId.compareTo(other.accountId);
      return byAccount != 0 ? byAccount : userId.compareTo(other.userId);
    }
  }

  /** Nothing at all. */
  public static WorldState empty(long seed) {
    return new WorldState(
        Ids.seeded(seed),
        TreePMap.empty(),
        OrderedPMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        Inbox.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePVector.empty(),
        TreePMap.empty(),
        SendProfiles.of(SendProfile.instant()),
        BridgesState.empty(),
        OAuthState.empty(),
        SetupState.ready(),
        Timers.none());
  }

  /** The account with an id. */
  public Optional<Account> findAccount(String id) {
    return Optional.ofNullable(accounts.get(id));
  }

  /** The account with an id; not found otherwise. */
  public Account requireAccount(String id) {
    return findAccount(id).orElseThrow(() -> WorldException.notFound("Account", id));
  }

  /** The network of an account; one that nobody described allows everything. */
  public Network networkOf(Account account) {
    var type = account.bridge().type();
    var network = networks.get(type);
    return network == null ? Network.unknown(type, null) : network;
  }

  /** The chat with an id or local id. */
  public Optional<Chat> findChat(String idOrLocalId) {
    var chat = chats.get(idOrLocalId);
    if (chat != null) {
      return Optional.of(chat);
    }
    var id = localChatIds.get(idOrLocalId);
    return id == null ? Optional.empty() : Optional.ofNullable(chats.get(id));
  }

  /** The chat with an id or local id; not found otherwise. */
  public Chat requireChat(String idOrLocalId) {
    return findChat(idOrLocalId).orElseThrow(() -> WorldException.notFound("Chat", idOrLocalId));
  }

  /** The messages of a chat that exists. */
  public MessageLog logOf(Chat chat) {
    return logs.getOrDefault(chat.id(), MessageLog.empty());
  }

  /**
   * The message that an id names in a chat: final id, pending id or event id; not found otherwise.
   */
  public Message requireMessage(Chat chat, String anyId) {
    return logOf(chat).find(anyId).orElseThrow(() -> WorldException.notFound("Message", anyId));
  }

  /**
   * The message with a final id. Only retrieving a message takes its pending id and its event id
   * too (documented), so a client that uses one of them elsewhere is told here as it would be
   * there.
   */
  public Message requireFinalMessage(Chat chat, String id) {
    return logOf(chat)
        .find(id)
        .filter(message -> message.id().equals(id))
        .orElseThrow(() -> WorldException.notFound("Message", id));
  }

  /** The contacts of an account. */
  public AddressBook contactsOf(String accountId) {
    return contacts.getOrDefault(accountId, AddressBook.empty());
  }
}
