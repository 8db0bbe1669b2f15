package dev.fakebeeper.assertj;

import dev.fakebeeper.control.MessageView;
import dev.fakebeeper.control.MessageView.Author;
import dev.fakebeeper.control.MessageView.Sending;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a message. */
public final class MessageAssert extends AbstractAssert<MessageAssert, MessageView> {

  MessageAssert(MessageView actual) {
    super(actual, MessageAssert.class);
  }

  private MessageView message() {
    isNotNull();
    return actual;
  }

  private MessageAssert expect(boolean holds, String what) {
    if (!holds) {
      failWithMessage(
          "Expected the message \"%s\" %s, but it is: %s", message().text(), what, state());
    }
    return this;
  }

  private String state() {
    var sending = message().sending();
    return "from %s%s, edited %d times%s, reactions %s"
        .formatted(
            message().author() == Author.OWNER ? "the owner" : message().senderId(),
            sending == null ? "" : ", " + sending,
            message().edits(),
            message().deleted() ? ", deleted" : "",
            message().reactions());
  }

  /** It has a text, as the API shows it. */
  public MessageAssert hasText(String text) {
    return expect(message().text().equals(text), "to be \"" + text + "\"");
  }

  /** The owner wrote it. */
  public MessageAssert isFromOwner() {
    return expect(message().author() == Author.OWNER, "to be from the owner");
  }

  /** Somebody else wrote it. */
  public MessageAssert isFrom(String userId) {
    return expect(message().senderId().equals(userId), "to be from " + userId);
  }

  /** The network has it. */
  public MessageAssert isSent() {
    return expect(message().sending() == Sending.SUCCESS, "to be sent");
  }

  /** It is on its way. */
  public MessageAssert isPending() {
    return expect(message().sending() == Sending.PENDING, "to be pending");
  }

  /** It was not sent, for now or for good. */
  public MessageAssert hasFailed() {
    var sending = message().sending();
    return expect(
        sending == Sending.FAIL_RETRIABLE || sending == Sending.FAIL_PERMANENT, "to have failed");
  }

  /** It was edited. */
  public MessageAssert isEdited() {
    return expect(message().edits() > 0, "to be edited");
  }

  /** Only a tombstone is left of it. */
  public MessageAssert isDeleted() {
    return expect(message().deleted(), "to be deleted");
  }

  /** Somebody has reacted with a key, such as an emoji. */
  public MessageAssert hasReaction(String key) {
    return expect(message().reactions().contains(key), "to have the reaction " + key);
  }

  /** Nobody has reacted. */
  public MessageAssert hasNoReactions() {
    return expect(message().reactions().isEmpty(), "to have no reactions");
  }
}
