package dev.fakebeeper.control.lift;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came while a recording ran and was not a client's doing.
 *
 * @param messages the ids of the messages
 * @param chats the chats in which they came, and those that are new
 * @param since when the first of them was shown, null when there are none
 */
record Later(Set<String> messages, Set<String> chats, @Nullable Duration since) {
  Later {
    messages = Set.copyOf(messages);
    chats = Set.copyOf(chats);
  }

  /** Whether lists may have other elements, or another order, because of it. */
  boolean hasHappenedBy(Duration after) {
    return since != null && since.compareTo(after) <= 0;
  }
}
