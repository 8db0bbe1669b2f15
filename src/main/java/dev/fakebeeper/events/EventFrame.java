package dev.fakebeeper.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * One event before it gets its number: the same for every connection but for {@code seq}, so it is
 * written once and the number is glued in. Immutable; safe for many threads.
 */
public final class EventFrame {
  private static final String SEQ = "\"seq\":0,";

  private final String type;
  private final String head;
  private final String tail;
  private final Set<String> chatIds;
  private volatile boolean checked;

  private EventFrame(String type, String head, String tail, Set<String> chatIds) {
    this.type = type;
    this.chatIds = chatIds;
    this.head = head;
    this.tail = tail;
  }

  /**
   * A frame of an object whose second member is {@code seq} with the value 0.
   *
   * @param chatIds the names of the chat it is about, none for an event of the app
   */
  static EventFrame of(String type, ObjectNode event, Set<String> chatIds) {
    var text = event.toString();
    var at = text.indexOf(SEQ);
    if (at < 0) {
      throw new IllegalArgumentException("an event needs a seq of 0 to be numbered");
    }
    return new EventFrame(type, text.substring(0, at + 6), text.substring(at + 7), chatIds);
  }

  /** The event's type, such as {@code message.upserted}. */
  public String type() {
    return type;
  }

  /** Whether it is about a chat, by id or local id. */
  boolean isIn(String chatId) {
    return chatIds.contains(chatId);
  }

  /** The frame as text with its number on one connection. */
  public String numbered(long seq) {
    return head + seq + tail;
  }

  /**
   * Whether {@link #markChecked} was called: the contract needs to look at each frame once, not
   * once for each socket.
   */
  public boolean isChecked() {
    return checked;
  }

  /** Remembers that the contract has looked at this frame. */
  public void markChecked() {
    checked = true;
  }
}
