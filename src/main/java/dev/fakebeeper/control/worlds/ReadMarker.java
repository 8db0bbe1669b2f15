package dev.fakebeeper.control.worlds;

import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.UnreadRules;
import java.util.List;
import java.util.OptionalLong;

/** Where the read marker of a chat must stand for a wanted number of unread messages. */
final class ReadMarker {
  private static final long NOTHING_READ = 0;

  private ReadMarker() {}

  /**
   * The sort key of the newest message that was read, 0 when none was; empty when fewer messages
   * can be unread.
   *
   * @param messages in the order of their sort keys
   */
  static OptionalLong before(List<Message> messages, int unread) {
    var left = unread;
    for (var i = messages.size() - 1; i >= 0; i--) {
      if (left == 0) {
        return OptionalLong.of(messages.get(i).sortKey());
      }
      if (UnreadRules.counts(messages.get(i), NOTHING_READ)) {
        left--;
      }
    }
    return left == 0 ? OptionalLong.of(NOTHING_READ) : OptionalLong.empty();
  }
}
