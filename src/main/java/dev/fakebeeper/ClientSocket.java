package dev.fakebeeper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.Json;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An event socket as a client has it; {@link ClientSockets} opens it. It keeps all that it hears,
 * so it is meant for a test and not for a load. Thread-safe.
 */
public final class ClientSocket implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LOST = 1006;
  private static final int MOST_TOLD = 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Frame> frames = new ArrayList<>();
  private @Nullable WebSocket socket;
  private @Nullable Ending ending;
  private int taken;

  ClientSocket() {}

  /**
   * One message of the server.
   *
   * @param type such as {@code message.upserted}; empty when it tells none
   * @param text all of it, JSON
   */
  public record Frame(String type, String text) {

    private static Frame of(String text) {
      try {
        return new Frame(Json.mapper().readTree(text).path("type").asText(""), text);
      } catch (JsonProcessingException e) {
        return new Frame("", text); // a test may make the server talk nonsense
      }
    }
  }

  /**
   * How a socket ended.
   *
   * @param code the close code; 1006 when the connection was lost without a word
   * @param reason may be empty
   */
  public record Ending(int code, String reason) {}

  /** What the JDK's client calls, one method at a time. */
  final class Listener implements WebSocket.Listener {
    private final StringBuilder partial = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      partial.append(part);
      if (last) {
        var frame = Frame.of(partial.toString());
        partial.setLength(0);
        changing(() -> frames.add(frame));
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      changing(() -> ending = new Ending(code, reason));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      changing(() -> ending = new Ending(LOST, String.valueOf(error.getMessage())));
    }
  }

  ClientSocket over(WebSocket opened) {
    changing(() -> socket = opened);
    return this;
  }

  /**
   * Replaces what the socket hears of, and waits for the server's {@code subscriptions.updated}.
   *
   * @param chatIds ids of chats, {@code *} alone for all, none at all for a pause
   * @throws IllegalStateException if the server does not agree in ten seconds
   */
  public void subscribe(String... chatIds) {
    var command = JsonNodeFactory.instance.objectNode().put("type", "subscriptions.set");
    var ids = command.putArray("chatIDs");
    List.of(chatIds).forEach(ids::add);
    send(command.toString());
    await("subscriptions.updated", PATIENCE);
  }

  /**
   * Sends any text.
   *
   * @throws java.util.concurrent.CompletionException if the connection is lost
   */
  public void send(String text) {
    opened().sendText(text, true).join();
  }

  /** The frame of a type; see {@link #await(String, Predicate, Duration)}. */
  public Frame await(String type, Duration timeout) {
    return await(type, frame -> frame.type().equals(type), timeout);
  }

  /**
   * The first frame that fits among those that no call has gone past yet, waiting for it as long as
   * needed. Frames before it are gone past too; {@link #frames} still has them.
   *
   * @param what the wish in words, for the message
   * @throws IllegalStateException if none comes in time or the socket ends; the message tells what
   *     came instead
   */
  public Frame await(String what, Predicate<Frame> wish, Duration timeout) {
    lock.lock();
    try {
      var from = taken;
      if (until(() -> goneTo(wish) || ending != null, timeout) && goneTo(wish)) {
        return frames.get(taken++);
      }
      taken = from;
      throw new IllegalStateException(
          "Waited %s for %s; %s. %s"
              .formatted(timeout, what, came(from), "Look into the journal for what was sent."));
    } finally {
      lock.unlock();
    }
  }

  /** Goes on to the next frame that fits, or past all that are here. Under the lock. */
  private boolean goneTo(Predicate<Frame> wish) {
    while (taken < frames.size() && !wish.test(frames.get(taken))) {
      taken++;
    }
    return taken < frames.size();
  }

  private String came(int from) {
    var instead = frames.subList(from, frames.size());
    var told =
        instead.stream()
            .limit(MOST_TOLD)
            .map(frame -> frame.type().isEmpty() ? "a frame without type" : frame.type())
            .collect(Collectors.joining(", "));
    var all = instead.isEmpty() ? "nothing came" : instead.size() + " others came: " + told;
    return ending == null ? all : all + "; then the socket ended with " + ending.code();
  }

  /**
   * How the socket ended, waiting for it as long as needed.
   *
   * @throws IllegalStateException if it is still open then
   */
  public Ending awaitEnd(Duration timeout) {
    lock.lock();
    try {
      if (!until(() -> ending != null, timeout) || ending == null) {
        throw new IllegalStateException(
            "Waited %s for the end of the socket; it is open and has %d frames."
                .formatted(timeout, frames.size()));
      }
      return ending;
    } finally {
      lock.unlock();
    }
  }

  /** All that came so far, in order. */
  public List<Frame> frames() {
    lock.lock();
    try {
      return List.copyOf(frames);
    } finally {
      lock.unlock();
    }
  }

  /** Lets go of the connection at once. Closing twice does nothing. */
  @Override
  public void close() {
    opened().abort(); // of which the JDK's client tells nobody
    changing(() -> ending = ending == null ? new Ending(LOST, "closed by its owner") : ending);
  }

  private WebSocket opened() {
    lock.lock();
    try {
      if (socket == null) {
        throw new IllegalStateException("the socket is not open yet");
      }
      return socket;
    } finally {
      lock.unlock();
    }
  }

  private void changing(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits under the lock; whether the condition holds at the end. */
  private boolean until(BooleanSupplier condition, Duration timeout) {
    var left = timeout.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
