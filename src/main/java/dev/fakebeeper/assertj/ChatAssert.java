package dev.fakebeeper.assertj;

import dev.fakebeeper.control.ChatView;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.MessageView;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about a chat. */
public final class ChatAssert extends AbstractAssert<ChatAssert, ChatView> {
  private final @Nullable FakeWorld world;

  ChatAssert(ChatView actual, @Nullable FakeWorld world) {
    super(actual, ChatAssert.class);
    this.world = world;
  }

  private ChatView chat() {
    isNotNull();
    return actual;
  }

  private ChatAssert expect(boolean holds, String what) {
    if (!holds) {
      failWithMessage("Expected the chat \"%s\" %s, but it is: %s", chat().title(), what, state());
    }
    return this;
  }

  private String state() {
    var marks = chat().marks();
    return "%s, %s, %s, %s, %d unread%s"
        .formatted(
            marks.archived() ? "archived" : "not archived",
            marks.muted() ? "muted" : "not muted",
            marks.pinned() ? "pinned" : "not pinned",
            marks.lowPriority() ? "of low priority" : "not of low priority",
            chat().unreadCount(),
            marks.unread() ? ", marked as unread" : "");
  }

  /** It is archived. */
  public ChatAssert isArchived() {
    return expect(chat().marks().archived(), "to be archived");
  }

  /** It is not archived. */
  public ChatAssert isNotArchived() {
    return expect(!chat().marks().archived(), "not to be archived");
  }

  /** It is muted. */
  public ChatAssert isMuted() {
    return expect(chat().marks().muted(), "to be muted");
  }

  /** It is not muted. */
  public ChatAssert isNotMuted() {
    return expect(!chat().marks().muted(), "not to be muted");
  }

  /** It is pinned. */
  public ChatAssert isPinned() {
    return expect(chat().marks().pinned(), "to be pinned");
  }

  /** It is not pinned. */
  public ChatAssert isNotPinned() {
    return expect(!chat().marks().pinned(), "not to be pinned");
  }

  /** Nothing in it is unread, and it is not marked as unread. */
  public ChatAssert isRead() {
    return expect(chat().unreadCount() == 0 && !chat().marks().unread(), "to be read");
  }

  /** Something in it is unread, or it is marked as unread. */
  public ChatAssert isUnread() {
    return expect(chat().unreadCount() > 0 || chat().marks().unread(), "to be unread");
  }

  /** So many messages of others are unread. */
  public ChatAssert hasUnread(int messages) {
    return expect(chat().unreadCount() == messages, "to have " + messages + " unread");
  }

  /** The owner has typed something and not sent it; as HTML, in which plain text is itself. */
  public ChatAssert hasDraft(String html) {
    if (!html.equals(chat().draft())) {
      failWithMessage(
          "Expected the chat \"%s\" to have the draft \"%s\", but it has %s",
          chat().title(), html, chat().draft() == null ? "none" : "\"" + chat().draft() + "\"");
    }
    return this;
  }

  /** The owner wants to be reminded of it at an instant. */
  public ChatAssert hasReminderAt(Instant instant) {
    if (!instant.equals(chat().reminderAt())) {
      failWithMessage(
          "Expected the chat \"%s\" to have a reminder at %s, but it has %s",
          chat().title(),
          instant,
          chat().reminderAt() == null ? "none" : "one at " + chat().reminderAt());
    }
    return this;
  }

  /** It has a message of a text, as the API shows it. */
  public ChatAssert hasMessage(String text) {
    message(text);
    return this;
  }

  /** It has no message of a text, as the API shows it. */
  public ChatAssert hasNoMessage(String text) {
    if (messages().stream().anyMatch(message -> message.text().equals(text))) {
      failWithMessage(
          "Expected no message \"%s\" in the chat \"%s\", but it is there", text, chat().title());
    }
    return this;
  }

  /** Goes on to the newest message of a text, which must be there. */
  public MessageAssert message(String text) {
    var found = messages().stream().filter(message -> message.text().equals(text)).toList();
    if (found.isEmpty()) {
      failWithMessage(
          "Expected a message \"%s\" in the chat \"%s\", but the last ones are:%n%s",
          text, chat().title(), lastOnes());
    }
    return new MessageAssert(found.get(found.size() - 1));
  }

  /** Goes on to the newest message; there must be one. */
  public MessageAssert lastMessage() {
    var messages = messages();
    if (messages.isEmpty()) {
      failWithMessage("Expected a message in the chat \"%s\", but it has none", chat().title());
    }
    return new MessageAssert(messages.get(messages.size() - 1));
  }

  private String lastOnes() {
    var messages = messages();
    var shown = messages.subList(Math.max(0, messages.size() - 5), messages.size());
    return shown.isEmpty()
        ? "  (none)"
        : shown.stream()
            .map(message -> "  " + message.senderId() + ": " + message.text())
            .collect(Collectors.joining("\n"));
  }

  private List<MessageView> messages() {
    if (world == null) {
      throw new IllegalStateException(
          "A chat that was looked at alone does not know its messages. Begin with assertThat(world).chat(\"%s\")."
              .formatted(chat().title()));
    }
    return world.inbox().messages(chat().id());
  }
}
