package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.JsonFragment;
import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.Label;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.Network;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.WorldState;
import dev.fakebeeper.world.json.AccountJson;
import dev.fakebeeper.world.json.ChatJson;
import dev.fakebeeper.world.json.LabelJson;
import dev.fakebeeper.world.json.MessageJson;
import dev.fakebeeper.world.json.Shape;
import dev.fakebeeper.world.json.UserJson;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The entities of all worlds as JSON of one build, each rendered once and reused until it or what
 * its form depends on changes. Fragments keep their identity, so the contract checks each of them
 * once too. Thread-safe; one serves a whole server.
 */
final class Shown {
  private static final int CHATS = 4_096;
  private static final int MESSAGES = 16_384;
  private static final int USERS = 4_096;

  /** Labels as the vendor sorts them: by name. The id makes equal names stable. */
  static final Comparator<Label> BY_NAME =
      Comparator.comparing(Label::name).thenComparing(Label::id);

  private final Shape shape;
  private final ChatJson chats;
  private final MessageJson messages;
  private final RenderedOnce<Chat, Around> listed;
  private final RenderedOnce<Chat, Around> whole;
  private final RenderedOnce<Chat, Preview> previewed;
  private final RenderedOnce<Message, MessageJson.View> shownMessages;
  private final RenderedOnce<User, Boolean> users;
  private final RenderedOnce<Account, String> accounts;

  /** What a chat's form depends on beside the chat. */
  private record Around(String networkName, List<Label> labels) {}

  /** What a chat with its preview is made of beside the chat: one look-up for both of its parts. */
  private record Preview(Around around, Message message, MessageJson.View view) {}

  Shown(Shape shape) {
    this.shape = shape;
    chats = new ChatJson(shape);
    messages = new MessageJson(shape);
    var userJson = new UserJson(shape);
    var accountJson = new AccountJson(shape);
    listed = chatsWith(ChatJson.PARTICIPANTS_IN_LISTS);
    whole = chatsWith(ChatJson.PARTICIPANTS_BY_DEFAULT);
    shownMessages =
        new RenderedOnce<>(
            MESSAGES, (message, view) -> JsonFragment.of(messages.write(message, view)));
    previewed = new RenderedOnce<>(CHATS, this::glued);
    users = new RenderedOnce<>(USERS, (user, always) -> JsonFragment.of(userJson.write(user)));
    accounts =
        new RenderedOnce<>(
            USERS, (account, network) -> JsonFragment.of(accountJson.write(account, network)));
  }

  private RenderedOnce<Chat, Around> chatsWith(int participants) {
    return new RenderedOnce<>(
        CHATS,
        (chat, around) ->
            JsonFragment.of(
                chats.write(chat, around.networkName(), around.labels(), participants)));
  }

  /** A chat as lists and searches show it, without preview. */
  JsonFragment chatInList(WorldState state, Chat chat) {
    return listed.of(chat, around(state, chat, networkOf(state, chat)));
  }

  /** A chat as the chat list shows it: with its newest message, if there is one. */
  JsonFragment chatWithPreview(WorldState state, Chat chat) {
    var network = networkOf(state, chat);
    var around = around(state, chat, network);
    var newest = state.logOf(chat).newest();
    if (newest.isEmpty() || !shape.shows("ChatWithPreview", "preview")) {
      return listed.of(chat, around);
    }
    var message = newest.get();
    var view = MessageJson.View.of(chat, network, message);
    return previewed.of(chat, new Preview(around, message, view));
  }

  private JsonFragment glued(Chat chat, Preview preview) {
    var plain = listed.of(chat, preview.around());
    return Glue.member(plain, "preview", shownMessages.of(preview.message(), preview.view()));
  }

  /** A chat as it is shown by itself, with the default number of participants. */
  JsonFragment chat(WorldState state, Chat chat) {
    if (chat.participants().size() <= ChatJson.PARTICIPANTS_IN_LISTS) {
      return chatInList(state, chat); // the same bytes
    }
    return whole.of(chat, around(state, chat, networkOf(state, chat)));
  }

  /** A chat with at most so many participants, -1 for all. */
  JsonFragment chat(WorldState state, Chat chat, int participants) {
    return participants == ChatJson.PARTICIPANTS_BY_DEFAULT
        ? chat(state, chat)
        : JsonFragment.of(chatTree(state, chat, participants));
  }

  /** A chat as a tree of the caller's own, to which members may be added. */
  ObjectNode chatTree(WorldState state, Chat chat, int participants) {
    var around = around(state, chat, networkOf(state, chat));
    return chats.write(chat, around.networkName(), around.labels(), participants);
  }

  /** A message of a chat, as read or unread as it is now. */
  JsonFragment message(WorldState state, Chat chat, Message message) {
    return shownMessages.of(message, MessageJson.View.of(chat, networkOf(state, chat), message));
  }

  /** A message as a tree of the caller's own, to which members may be added. */
  ObjectNode messageTree(WorldState state, Chat chat, Message message) {
    return messages.write(message, MessageJson.View.of(chat, networkOf(state, chat), message));
  }

  /** A contact. */
  JsonFragment user(User user) {
    return users.of(user, true);
  }

  /** An account. */
  JsonFragment account(WorldState state, Account account) {
    return accounts.of(account, state.networkOf(account).displayName());
  }

  /** A label. */
  JsonFragment label(Label label) {
    return JsonFragment.of(LabelJson.write(label));
  }

  private static Around around(WorldState state, Chat chat, Network network) {
    return new Around(network.displayName(), labelsOf(state, chat));
  }

  private static List<Label> labelsOf(WorldState state, Chat chat) {
    if (chat.labelIds().isEmpty()) {
      return List.of();
    }
    return chat.labelIds().stream()
        .map(state.labels()::get)
        .filter(Objects::nonNull)
        .sorted(BY_NAME)
        .toList();
  }

  /** The network of a chat; a chat whose account is gone is shown under the account's id. */
  static Network networkOf(WorldState state, Chat chat) {
    return state
        .findAccount(chat.accountId())
        .map(state::networkOf)
        .orElseGet(() -> Network.unknown(chat.accountId(), null));
  }
}
