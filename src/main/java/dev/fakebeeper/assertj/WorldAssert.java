package dev.fakebeeper.assertj;

import dev.fakebeeper.control.ChatView;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.journal.EntryQuery;
import dev.fakebeeper.control.journal.Expectation;
import dev.fakebeeper.control.journal.Verify;
import java.time.Instant;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a world. */
public final class WorldAssert extends AbstractAssert<WorldAssert, FakeWorld> {

  WorldAssert(FakeWorld actual) {
    super(actual, WorldAssert.class);
  }

  private FakeWorld world() {
    isNotNull();
    return actual;
  }

  /**
   * There is a chat.
   *
   * @param titleOrId the whole title, or an id
   */
  public WorldAssert hasChat(String titleOrId) {
    if (world().inbox().findChat(titleOrId).isEmpty()) {
      failWithMessage(
          "Expected a chat \"%s\" in the world \"%s\", but there are: %s",
          titleOrId, world().name(), titles());
    }
    return this;
  }

  /**
   * There is no such chat.
   *
   * @param titleOrId the whole title, or an id
   */
  public WorldAssert hasNoChat(String titleOrId) {
    if (world().inbox().findChat(titleOrId).isPresent()) {
      failWithMessage(
          "Expected no chat \"%s\" in the world \"%s\", but it is there",
          titleOrId, world().name());
    }
    return this;
  }

  private String titles() {
    var titles =
        world().inbox().chats().stream().map(ChatView::title).collect(Collectors.joining(", "));
    return titles.isEmpty() ? "none" : titles;
  }

  /**
   * Goes on to a chat, which must be there.
   *
   * @param titleOrId the whole title, or an id
   */
  public ChatAssert chat(String titleOrId) {
    hasChat(titleOrId);
    return new ChatAssert(world().inbox().chat(titleOrId), world());
  }

  /** The client has called an operation, once or more. */
  public WorldAssert hasRequest(String operationId) {
    world().verify(Verify.requests(operationId).atLeast(1));
    return this;
  }

  /** The client has not called an operation. */
  public WorldAssert hasNoRequest(String operationId) {
    world().verify(Verify.requests(operationId).never());
    return this;
  }

  /**
   * The journal has an entry that answers a question.
   *
   * <pre>{@code
   * assertThat(world).saw(requests("sendMessage").withBody("$.text", "noon?"));
   * assertThat(world).saw(events("message.upserted").inChat(id));
   * }</pre>
   */
  public WorldAssert saw(EntryQuery query) {
    world().verify(query);
    return this;
  }

  /**
   * The journal has what is expected, waiting for it where the expectation says so.
   *
   * <pre>{@code
   * assertThat(world).saw(requests("listChats").atLeast(1).within(Duration.ofSeconds(5)));
   * }</pre>
   */
  public WorldAssert saw(Expectation expectation) {
    world().verify(expectation);
    return this;
  }

  /** The clock shows an instant. */
  public WorldAssert isAt(Instant instant) {
    if (!world().now().equals(instant)) {
      failWithMessage(
          "Expected the clock of the world \"%s\" to show %s, but it shows %s",
          world().name(), instant, world().now());
    }
    return this;
  }
}
