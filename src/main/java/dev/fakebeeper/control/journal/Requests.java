package dev.fakebeeper.control.journal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A question about requests and their answers; begin with {@link Verify#requests()}. Immutable and
 * safe for use by many threads: each criterion gives a new query, and all must hold.
 */
public final class Requests extends EntryQuery {
  static final Requests ALL = new Requests(List.of());

  private Requests(List<Criterion> criteria) {
    super(criteria);
  }

  private Requests with(Criterion one) {
    return new Requests(and(one));
  }

  @Override
  String noun() {
    return "request";
  }

  @Override
  boolean isAbout(Entry entry) {
    return entry instanceof Exchange;
  }

  /** Of the operation with an operationId, such as {@code sendMessage}. */
  public Requests operation(String operationId) {
    return with(
        Criterion.same(OPERATION, operationId, look -> text(look.exchange().operationId())));
  }

  /** Of an operation with a tag of the contract, such as {@code Chats}. */
  public Requests tagged(String tag) {
    return with(
        Criterion.same(
            "tag",
            tag,
            look -> {
              var operation = look.exchange().operation();
              return operation == null ? "" : operation.tag();
            }));
  }

  /** With an HTTP method, in any case. */
  public Requests method(String method) {
    return with(
        Criterion.same(
            "method", method.toUpperCase(Locale.ROOT), look -> look.exchange().request().method()));
  }

  /** With a path, as it is on the wire: percent-encoding kept, without the query. */
  public Requests path(String rawPath) {
    return with(Criterion.same("path", rawPath, look -> look.exchange().request().rawPath()));
  }

  /** With a query parameter that has a value, among others perhaps; decoded. */
  public Requests withQuery(String name, String value) {
    return with(
        new Criterion(
            "query " + name,
            Show.quoted(value),
            look -> look.query(name).contains(value),
            look -> Show.secret(look, name, look.query(name))));
  }

  /** With a header that has a value, in any spelling of the name. */
  public Requests withHeader(String name, String value) {
    return with(
        new Criterion(
            "header " + name,
            Show.quoted(value),
            look -> headers(look, name).contains(value),
            look -> Show.secret(look, name, headers(look, name))));
  }

  private static List<String> headers(Look look, String name) {
    return look.exchange().request().headers().all(name);
  }

  /**
   * With a body in which a JSON path leads to a value; a path with wildcards may lead to others
   * too. A form is the object of its fields.
   *
   * @param path such as {@code $.text}
   * @param value what Jackson can write: a text, a number, a boolean, a list, a map
   * @throws IllegalArgumentException if it is no path
   */
  public Requests withBody(String path, Object value) {
    return with(Bodies.leadsTo("body", path, value));
  }

  /** With a body in which a JSON path leads somewhere, be it to {@code null}. */
  public Requests withBody(String path) {
    return with(Bodies.has("body", path));
  }

  /** That concern a chat, by any of its ids: in the path, the query or the body. */
  public Requests inChat(String chatId) {
    return with(Concerns.chat(chatId));
  }

  /** That name an account: in the path, the query or the body. */
  public Requests onAccount(String accountId) {
    return with(Concerns.account(accountId));
  }

  /** Answered with a status. */
  public Requests status(int status) {
    return with(
        Criterion.same(
            "status",
            String.valueOf(status),
            look -> String.valueOf(look.exchange().response().status())));
  }

  /**
   * Answered with a status that begins with a digit.
   *
   * @param firstDigit 4 for 400 to 499
   */
  public Requests statusClass(int firstDigit) {
    return with(
        new Criterion(
            "status",
            firstDigit + "xx",
            look -> look.exchange().response().status() / 100 == firstDigit,
            look -> String.valueOf(look.exchange().response().status())));
  }

  /** Answered by somebody. */
  public Requests origin(Origin origin) {
    return with(Criterion.same("origin", origin.word(), look -> look.exchange().origin().word()));
  }

  /** In a span of the world's time, the first instant included, the last not. */
  public Requests between(Instant from, Instant to) {
    return with(inSpan(from, to));
  }

  /** The n-th repetition by an official SDK; 0 for its first try. */
  public Requests retry(int number) {
    return with(
        Criterion.same("retry", String.valueOf(number), look -> text(look.exchange().retry())));
  }

  /** That break the contract, or whose answer does. */
  public Requests withViolations() {
    return with(
        new Criterion(
            "violations",
            "some",
            look -> !look.exchange().violations().isEmpty(),
            look -> Show.violations(look.exchange())));
  }

  /** About which the developer was told something with a code. */
  public Requests diagnosed(DiagnosisCode code) {
    return with(Criterion.same("diagnosis", code.text(), Requests::diagnosis));
  }

  private static String diagnosis(Look look) {
    var diagnosis = look.exchange().diagnosis();
    return diagnosis == null ? "" : diagnosis.code().text();
  }

  /** In which a planned fault had a hand. */
  public Requests fault(String name) {
    return with(Criterion.same("fault", name, look -> text(look.exchange().fault())));
  }

  /** With a text somewhere in the query, the body or the answer. */
  public Requests containing(String text) {
    return with(
        new Criterion(
            "containing",
            Show.quoted(text),
            look -> Bodies.contains(look.exchange(), text),
            look -> ""));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
