package dev.fakebeeper.control.lift;

import java.util.Set;

/**
 * What came while a recording ran and was not a client's doing.
 *
 * @param messages the ids of the messages
 * @param chats the chats in which they came, and those that are new
 */
record Later(Set<String> messages, Set<String> chats) {
  Later {
    messages = Set.copyOf(messages);
    chats = Set.copyOf(chats);
  }
}
