package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.journal.Exchange;
import dev.fakebeeper.control.journal.Journal;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.events.SocketInfo;
import dev.fakebeeper.world.WorldState;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When an entry of a timeline begins. An immutable value. */
sealed interface Trigger {

  /**
   * So long after the scenario was loaded.
   *
   * @param repeat null for once
   */
  record At(Duration span, @Nullable Repeat repeat) implements Trigger {}

  /**
   * Again and again.
   *
   * @param every how long after the time before, above zero
   * @param times how often in all, null for as long as the scenario is loaded
   */
  record Repeat(Duration every, @Nullable Integer times) {
    boolean hasRunAfter(int run) {
      return times == null || run < times;
    }
  }

  /** Something that a client does a number of times. */
  sealed interface Counted extends Trigger {
    Count count();

    /** Whether the client did it. */
    boolean matches(Happening happening, WorldState state);
  }

  /** What a client did. */
  sealed interface Happening {}

  /**
   * It called, and was answered.
   *
   * @param journal the one that the exchange is in
   */
  record Answered(Exchange exchange, Journal journal) implements Happening {}

  /** It subscribed. */
  record Subscription(SocketInfo socket) implements Happening {}

  /**
   * Which times count.
   *
   * @param number the n-th time
   * @param again whether every n-th time counts, or only the first n-th
   */
  record Count(int number, boolean again) {
    /** The run that begins with the time that was counted last, 0 for none. */
    int run(int counted) {
      if (again) {
        return counted % number == 0 ? counted / number : 0;
      }
      return counted == number ? 1 : 0;
    }
  }

  /**
   * A call was answered.
   *
   * @param chatId only calls that name this chat in path, query or body; null for any
   * @param status only with this answer, by whomever; null for any answer of the operation itself
   */
  record Called(
      String operation, @Nullable String chatId, @Nullable StatusRange status, Count count)
      implements Counted {
    @Override
    public boolean matches(Happening happening, WorldState state) {
      return happening instanceof Answered answered
          && operation.equals(answered.exchange().operationId())
          && isWanted(answered.exchange())
          && isAbout(answered, state);
    }

    private boolean isWanted(Exchange exchange) {
      return status == null
          ? exchange.origin() == Origin.FAKE || exchange.origin() == Origin.EXAMPLE
          : status.contains(exchange.response().status());
    }

    private boolean isAbout(Answered answered, WorldState state) {
      return chatId == null
          || answered.journal().chatsOf(answered.exchange()).stream()
              .anyMatch(chat -> isSame(chat, chatId, state));
    }
  }

  /**
   * A socket subscribed to something.
   *
   * @param chatId only to this chat, or to all; null for anything
   */
  record Subscribed(@Nullable String chatId, Count count) implements Counted {
    @Override
    public boolean matches(Happening happening, WorldState state) {
      return happening instanceof Subscription subscription
          && subscription.socket().isSubscribed()
          && (chatId == null || covers(subscription.socket(), chatId, state));
    }

    private static boolean covers(SocketInfo socket, String wanted, WorldState state) {
      return socket.chatIds().stream()
          .anyMatch(chat -> chat.equals("*") || isSame(chat, wanted, state));
    }
  }

  private static boolean isSame(String chat, String other, WorldState state) {
    return chat.equals(other)
        || state
            .findChat(chat)
            .filter(it -> state.findChat(other).equals(Optional.of(it)))
            .isPresent();
  }

  /** From one status to another, both included. */
  record StatusRange(int from, int to) {
    boolean contains(int status) {
      return from <= status && status <= to;
    }

    /** As a file spells it. */
    String words() {
      return from == to ? Integer.toString(from) : from / 100 + "xx";
    }
  }
}
