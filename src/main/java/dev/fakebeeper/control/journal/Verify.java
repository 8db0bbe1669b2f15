package dev.fakebeeper.control.journal;

import java.time.Duration;
import java.util.List;

/**
 * Where questions to a journal begin.
 *
 * <pre>{@code
 * world.verify(requests("sendMessage").inChat(lunch).withBody("$.text", "noon?").times(1));
 * world.verify(requests("deleteMessage").never());
 * world.verify(events("message.upserted").inChat(lunch).atLeast(1).within(Duration.ofSeconds(5)));
 * world.verify(inOrder(requests("archiveChat"), requests("sendMessage")));
 * }</pre>
 */
public final class Verify {
  private Verify() {}

  /** Every request. */
  public static Requests requests() {
    return Requests.ALL;
  }

  /** The requests of the operation with an operationId. */
  public static Requests requests(String operationId) {
    return Requests.ALL.operation(operationId);
  }

  /** Everything on event sockets. */
  public static Events events() {
    return Events.ALL;
  }

  /** The frames of a type that the server sent. */
  public static Events events(String type) {
    return Events.ALL.sent().type(type);
  }

  /**
   * Expects one entry for each question, each after the one before; others may stand between.
   *
   * @param steps at least two
   */
  public static Expectation inOrder(EntryQuery... steps) {
    return new Order(List.of(steps), Duration.ZERO);
  }
}
