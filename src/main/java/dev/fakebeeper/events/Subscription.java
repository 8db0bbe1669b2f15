package dev.fakebeeper.events;

import java.util.List;
import java.util.Set;

/**
 * What one connection wants to hear of. Immutable.
 *
 * @param chatIds the chats as the client named them, in its order; {@code *} alone for all, also
 *     those that come later
 * @param appState whether it hears of the app's state
 */
record Subscription(List<String> chatIds, boolean appState) {
  static final String ALL = "*";
  static final Subscription NOTHING = new Subscription(List.of(), false);

  Subscription {
    chatIds = List.copyOf(chatIds);
  }

  /** Whether an event of a chat is wanted; a chat may be named by its local id too. */
  Matcher matcher() {
    return new Matcher(chatIds.contains(ALL), Set.copyOf(chatIds));
  }

  /** The same, ready for many questions. */
  record Matcher(boolean all, Set<String> ids) {
    boolean covers(String chatId, String localChatId) {
      return all || ids.contains(chatId) || ids.contains(localChatId);
    }
  }
}
