package dev.fakebeeper.control;

import dev.fakebeeper.events.EventMatch;
import dev.fakebeeper.events.EventStream;
import dev.fakebeeper.events.RuleStatus;
import dev.fakebeeper.events.SocketAct;
import dev.fakebeeper.events.SocketInfo;
import dev.fakebeeper.events.StreamRule;
import dev.fakebeeper.world.WorldException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The event sockets of one world, and what a test does to them. Once, to sockets that are open:
 *
 * <pre>{@code
 * world.sockets().awaitSubscribed(1, Duration.ofSeconds(5));
 * world.sockets().closeAll(1001, "restarting");
 * }</pre>
 *
 * or by rule, to events that come, on whichever sockets hear them:
 *
 * <pre>{@code
 * world.sockets().next(3).ofType("message.upserted").inChat(id).duplicate(2);
 * world.sockets().every().lose();
 * }</pre>
 *
 * What is done to a socket is done when the method returns. It comes after all that happened in the
 * world before it, and so does a rule: what was committed before keeps the old behaviour, whether
 * or not it was told yet. Thread-safe; an observer of the stream must not wait for it here.
 */
public final class Sockets {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String world;
  private final EventStream stream;

  Sockets(String world, EventStream stream) {
    this.world = world;
    this.stream = stream;
  }

  /** The open sockets, the oldest first. */
  public List<SocketInfo> list() {
    return stream.sockets();
  }

  /**
   * Closes a socket with a goodbye, after the frames before it. One that is half-open cannot hear a
   * goodbye and is cut.
   *
   * @param code a code that may be sent: 1000 to 1003, 1007 to 1014, 3000 to 4999
   * @param reason for people, 123 bytes of UTF-8 at most
   */
  public void close(String id, int code, String reason) {
    act(id, new SocketAct.Close(code, reason));
  }

  /** {@link #close} for every open socket. */
  public void closeAll(int code, String reason) {
    actOnAll(new SocketAct.Close(code, reason));
  }

  /**
   * Breaks a connection with a TCP reset and without a goodbye. Frames that were under way may be
   * lost with it.
   */
  public void cut(String id) {
    act(id, new SocketAct.Cut());
  }

  /** {@link #cut} for every open socket. */
  public void cutAll() {
    actOnAll(new SocketAct.Cut());
  }

  /**
   * Lets a connection go dead without ending it: nothing goes out any more, pings and pongs
   * neither, and nothing that comes is heard. What it keeps back is lost. It ends when it is cut or
   * closed, when the world closes, or when the client hangs up.
   */
  public void halfOpen(String id) {
    act(id, new SocketAct.HalfOpen());
  }

  /** {@link #halfOpen} for every open socket. */
  public void halfOpenAll() {
    actOnAll(new SocketAct.HalfOpen());
  }

  /** Sends a text frame as it is, for what no server ever sends. */
  public void send(String id, String text) {
    act(id, new SocketAct.Send(text));
  }

  /**
   * Does something to one socket.
   *
   * @throws WorldException when no socket of that id is open
   */
  public void act(String id, SocketAct act) {
    if (list().stream().noneMatch(socket -> socket.id().equals(id))) {
      throw notOpen(id);
    }
    await(stream.act(id, act));
  }

  /** Does something to every open socket. */
  public void actOnAll(SocketAct act) {
    await(stream.actOnAll(act));
  }

  private WorldException notOpen(String id) {
    var open = list().stream().map(SocketInfo::id).collect(Collectors.joining(", "));
    return WorldException.notFound(
        "Socket",
        "%s. Open in the world \"%s\": %s. Take an id from the list of sockets, or wait until the client has connected."
            .formatted(id, world, open.isEmpty() ? "none" : open));
  }

  /** The next matching event. */
  public SocketEvents next() {
    return next(1);
  }

  /**
   * The next matching events; where events change places, the next batches.
   *
   * @param times 1 or more
   */
  public SocketEvents next(int times) {
    return new SocketEvents(stream.rules(), EventMatch.any(), times);
  }

  /** Every matching event until the rule is removed. */
  public SocketEvents every() {
    return next(StreamRule.ALWAYS);
  }

  /** Adds a rule behind the others; returns its id. */
  public String add(StreamRule rule) {
    return stream.rules().add(rule);
  }

  /** The rules in the order in which they were added, with how often they have acted. */
  public List<RuleStatus> rules() {
    return stream.rules().list();
  }

  /** Removes a rule and sends what it keeps back; false if there is none of that id. */
  public boolean removeRule(String ruleId) {
    return stream.rules().remove(ruleId);
  }

  /** Removes every rule and sends what they keep back. */
  public void clearRules() {
    stream.rules().clear();
  }

  /** Lets what rules keep back go out, before all that comes later; the rules stay. */
  public void release() {
    stream.rules().release();
  }

  /**
   * Waits until a number of sockets are open.
   *
   * @throws IllegalStateException if they are not in time
   */
  public void awaitOpen(int count, Duration timeout) {
    await(count + " open sockets", count, timeout, socket -> true);
  }

  /**
   * Waits until a number of sockets have subscribed to something.
   *
   * @throws IllegalStateException if they have not in time
   */
  public void awaitSubscribed(int count, Duration timeout) {
    await(count + " subscribed sockets", count, timeout, SocketInfo::isSubscribed);
  }

  private void await(String what, int count, Duration timeout, Predicate<SocketInfo> wanted) {
    var enough =
        uninterrupted(
            () -> stream.await(all -> all.stream().filter(wanted).count() >= count, timeout));
    if (!enough) {
      throw new IllegalStateException(
          "Waited %s for %s of the world \"%s\"; there are: %s. Let the client connect with a token of this world and send subscriptions.set, or wait longer."
              .formatted(timeout, what, world, describe()));
    }
  }

  private String describe() {
    var all =
        list().stream()
            .map(socket -> socket.id() + " subscribed to " + socket.chatIds())
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "none" : all;
  }

  private void await(CompletableFuture<Void> done) {
    uninterrupted(
        () -> {
          try {
            return done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
          } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException(
                "A socket of the world \"%s\" did not get as far within %s: its client does not read what was sent before, or an observer of the stream asked for it."
                    .formatted(world, PATIENCE),
                e);
          }
        });
  }

  /** Something that waits. */
  private interface Waiting<T> {
    T get() throws InterruptedException;
  }

  private static <T> T uninterrupted(Waiting<T> waiting) {
    try {
      return waiting.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for sockets", e);
    }
  }
}
