package dev.fakebeeper.control.worlds;

import dev.fakebeeper.world.Message;
import java.util.List;
import java.util.Optional;

/**
 * How far a chat was read.
 *
 * @param sortKey the newest message that was read, 0 when none was
 */
record ReadMarker(long sortKey) {

  /**
   * The marker that leaves so many messages of others unread; empty when there are not as many.
   *
   * @param messages in the order of their sort keys
   */
  static Optional<ReadMarker> before(List<Message> messages, int unread) {
    var left = unread;
    for (var i = messages.size() - 1; i >= 0; i--) {
      if (left == 0) {
        return Optional.of(new ReadMarker(messages.get(i).sortKey()));
      }
      if (!messages.get(i).fromOwner()) {
        left--;
      }
    }
    return left == 0 ? Optional.of(new ReadMarker(0)) : Optional.empty();
  }

  /** How many unread messages of others mention the owner or the room. */
  int mentionsAfter(List<Message> messages, String ownerId) {
    return (int)
        messages.stream()
            .filter(message -> message.sortKey() > sortKey && !message.fromOwner())
            .map(message -> message.mentions().ids())
            .filter(ids -> ids.contains(ownerId) || ids.contains("@room"))
            .count();
  }
}
