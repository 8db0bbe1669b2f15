package dev.fakebeeper.assertj;

import dev.fakebeeper.control.ChatView;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.MessageView;

/**
 * Where assertions about a fake begin.
 *
 * <pre>{@code
 * import static dev.fakebeeper.assertj.FakeBeeperAssertions.assertThat;
 *
 * assertThat(world).hasChat("Lunch").hasRequest("sendMessage");
 * assertThat(world).chat("Lunch").isRead().lastMessage().isSent().hasText("noon?");
 * }</pre>
 */
public final class FakeBeeperAssertions {
  private FakeBeeperAssertions() {}

  /** Assertions about a world, as it is when each of them is made. */
  public static WorldAssert assertThat(FakeWorld actual) {
    return new WorldAssert(actual);
  }

  /** Assertions about a chat, as it was when the test looked. */
  public static ChatAssert assertThat(ChatView actual) {
    return new ChatAssert(actual, null);
  }

  /** Assertions about a message, as it was when the test looked. */
  public static MessageAssert assertThat(MessageView actual) {
    return new MessageAssert(actual);
  }
}
