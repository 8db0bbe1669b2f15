package dev.fakebeeper.control;

import dev.fakebeeper.control.worlds.HtmlText;
import dev.fakebeeper.world.AccountRules;
import dev.fakebeeper.world.AccountStatus;
import dev.fakebeeper.world.ChatRules;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.OthersRules;
import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldState;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What other people do in a world, and what the owner does on another device. Chats go by id or
 * local id, messages by any of their ids, people by user id. What does not exist is refused with a
 * {@code WorldException} that names it.
 */
public final class Others {
  /** Stands for the owner wherever the id of a member of a chat is asked for. */
  public static final String ME = "me";

  private final World world;

  Others(World world) {
    this.world = world;
  }

  /**
   * A message that somebody is about to send.
   *
   * @param userId a member of the chat, or {@link #ME}
   */
  public IncomingMessage from(String userId) {
    return new IncomingMessage(world, userId);
  }

  static String userId(WorldState state, String chatId, String userId) {
    return userId.equals(ME)
        ? state.requireAccount(state.requireChat(chatId).accountId()).selfUserId()
        : userId;
  }

  /** Somebody changes a message; plain text. */
  public void edit(String chatId, String messageId, String text) {
    editHtml(chatId, messageId, HtmlText.of(text));
  }

  /** Somebody changes a message; Matrix HTML, as it is. */
  public void editHtml(String chatId, String messageId, String html) {
    world.run(tx -> OthersRules.edit(tx, chatId, messageId, html));
  }

  /** Somebody takes a message back. */
  public void delete(String chatId, String messageId) {
    world.run(tx -> OthersRules.delete(tx, chatId, messageId));
  }

  /** Somebody reacts with an emoji. */
  public void react(String chatId, String messageId, String userId, String emoji) {
    world.run(
        tx ->
            OthersRules.react(
                tx, chatId, messageId, reaction(userId(tx.state(), chatId, userId), emoji)));
  }

  /** Somebody takes a reaction back. */
  public void unreact(String chatId, String messageId, String userId, String emoji) {
    world.run(
        tx ->
            OthersRules.unreact(
                tx, chatId, messageId, reaction(userId(tx.state(), chatId, userId), emoji)));
  }

  private static Message.Reaction reaction(String userId, String emoji) {
    return new Message.Reaction(emoji, userId, true, null);
  }

  /** Somebody has seen the owner's messages, all of them. */
  public void see(String chatId, String userId) {
    world.run(tx -> OthersRules.see(tx, chatId, userId, null));
  }

  /** Somebody has seen the owner's messages up to one. */
  public void seeUpTo(String chatId, String userId, String messageId) {
    world.run(tx -> OthersRules.see(tx, chatId, userId, messageId));
  }

  /** The owner reads a chat on another device. */
  public void readElsewhere(String chatId) {
    world.run(tx -> ChatRules.markRead(tx, chatId, null));
  }

  /**
   * Somebody opens a direct chat with the owner, or it is there already; returns the chat id.
   *
   * @param fullName null for the name in the account's contacts, if they are there
   */
  public String openChat(String accountId, String userId, @Nullable String fullName) {
    return open(accountId, List.of(new Somebody(userId, fullName)), null);
  }

  /** Somebody opens a group with the owner in it; returns the chat id. */
  public String openGroup(String accountId, String title, List<String> userIds) {
    return openGroupOf(accountId, title, userIds.stream().map(Somebody::known).toList());
  }

  /** Somebody opens a group of people who need not be contacts; returns the chat id. */
  public String openGroupOf(String accountId, String title, List<Somebody> people) {
    return open(accountId, people, title);
  }

  private String open(String accountId, List<Somebody> people, @Nullable String title) {
    return world
        .change(
            tx -> {
              var users = people.stream().map(one -> one.on(tx.state(), accountId)).toList();
              return OthersRules.openChat(tx, accountId, users, title);
            })
        .id();
  }

  /** The owner leaves or deletes a chat elsewhere, or is removed from it. */
  public void removeChat(String chatId) {
    world.run(tx -> OthersRules.removeChat(tx, chatId));
  }

  /**
   * Somebody joins a group.
   *
   * @param fullName null for the name in the account's contacts, if they are there
   */
  public void join(String chatId, String userId, @Nullable String fullName) {
    var somebody = new Somebody(userId, fullName);
    world.run(
        tx -> {
          var account = tx.state().requireChat(chatId).accountId();
          OthersRules.join(tx, chatId, Participant.of(somebody.on(tx.state(), account)));
        });
  }

  /** Somebody leaves a group. */
  public void leave(String chatId, String userId) {
    world.run(tx -> OthersRules.leave(tx, chatId, userId));
  }

  /**
   * The connection of an account changes.
   *
   * @param status as the API spells it, such as {@code reconnect_required}
   * @param statusText for people, null for none
   */
  public void accountStatus(String accountId, String status, @Nullable String statusText) {
    var wanted = AccountStatus.valueOf(status.toUpperCase(Locale.ROOT));
    world.run(tx -> AccountRules.setStatus(tx, accountId, wanted, statusText));
  }

  /** The owner signs in with a further account. */
  public void addAccount(NewAccount account) {
    world.run(tx -> AccountRules.add(tx, account.account()));
  }

  /** An account goes, and its chats with it. */
  public void removeAccount(String accountId) {
    world.run(tx -> AccountRules.remove(tx, accountId));
  }

  /** Older messages come into a chat, as when a bridge imports its history. */
  public History history(String chatId) {
    return new History(world, chatId);
  }
}
