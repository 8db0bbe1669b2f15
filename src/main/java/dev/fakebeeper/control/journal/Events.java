package dev.fakebeeper.control.journal;

import dev.fakebeeper.control.journal.SocketEvent.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A question about event sockets and their frames; begin with {@link Verify#events()}. Immutable
 * and safe for use by many threads: each criterion gives a new query, and all must hold.
 */
public final class Events extends EntryQuery {
  static final Events ALL = new Events(List.of());

  private Events(List<Criterion> criteria) {
    super(criteria);
  }

  private Events with(Criterion one) {
    return new Events(and(one));
  }

  @Override
  String noun() {
    return "event";
  }

  @Override
  boolean isAbout(Entry entry) {
    return entry instanceof SocketEvent;
  }

  /** Frames of a type, such as {@code message.upserted} or {@code subscriptions.set}. */
  public Events type(String type) {
    return with(Criterion.same("type", type, Events::typeOf));
  }

  /** The type of a frame of the client stands in its text alone. */
  private static String typeOf(Look look) {
    var event = look.event();
    return event.kind() == Kind.RECEIVED ? look.body().path("type").asText("") : event.type();
  }

  /** Something that happened to a socket: opened, subscribed, sent, received, closed. */
  public Events kind(Kind kind) {
    return with(Criterion.same("kind", word(kind), look -> word(look.event().kind())));
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Frames of the server. */
  public Events sent() {
    return kind(Kind.SENT);
  }

  /** Frames of the client. */
  public Events received() {
    return kind(Kind.RECEIVED);
  }

  /** On a socket, by its id, such as {@code socket-1}. */
  public Events socket(String socketId) {
    return with(Criterion.same("socket", socketId, look -> look.event().socket()));
  }

  /** That concern a chat, by any of its ids. */
  public Events inChat(String chatId) {
    return with(Concerns.chat(chatId));
  }

  /**
   * With a frame in which a JSON path leads to a value; a path with wildcards may lead to others
   * too.
   *
   * @param path such as {@code $.entries[0].text}
   * @param value what Jackson can write: a text, a number, a boolean, a list, a map
   * @throws IllegalArgumentException if it is no path
   */
  public Events withFrame(String path, Object value) {
    return with(Bodies.leadsTo("frame", path, value));
  }

  /** With a frame in which a JSON path leads somewhere, be it to {@code null}. */
  public Events withFrame(String path) {
    return with(Bodies.has("frame", path));
  }

  /** In a span of the world's time, the first instant included, the last not. */
  public Events between(Instant from, Instant to) {
    return with(inSpan(from, to));
  }

  /** With a text somewhere in the frame, or in the reason of a closing. */
  public Events containing(String text) {
    return with(
        new Criterion(
            "containing",
            Show.quoted(text),
            look -> look.event().text().contains(text),
            look -> ""));
  }
}
