package dev.fakebeeper.world;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * Which profile a send follows: that of its chat, else of its account, else of the world.
 * Immutable.
 *
 * @param standard the world's
 * @param byAccount those of accounts, by account id
 * @param byChat those of chats, by chat id
 */
public record SendProfiles(
    SendProfile standard,
    HashPMap<String, SendProfile> byAccount,
    HashPMap<String, SendProfile> byChat) {

  /** The same profile everywhere. */
  public static SendProfiles of(SendProfile standard) {
    return new SendProfiles(standard, HashTreePMap.empty(), HashTreePMap.empty());
  }

  /** The profile of a send in a chat. */
  public SendProfile of(Chat chat) {
    @Nullable SendProfile own = byChat.get(chat.id());
    if (own == null) {
      own = byAccount.get(chat.accountId());
    }
    return own == null ? standard : own;
  }

  /** The same with another profile for the world. */
  public SendProfiles withStandard(SendProfile profile) {
    return new SendProfiles(profile, byAccount, byChat);
  }

  /** The same with a profile for an account. */
  public SendProfiles withAccount(String accountId, SendProfile profile) {
    return new SendProfiles(standard, byAccount.plus(accountId, profile), byChat);
  }

  /** The same with a profile for a chat. */
  public SendProfiles withChat(String chatId, SendProfile profile) {
    return new SendProfiles(standard, byAccount, byChat.plus(chatId, profile));
  }
}
