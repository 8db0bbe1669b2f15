package dev.fakebeeper.control.journal;

import static dev.fakebeeper.control.journal.Verify.events;
import static dev.fakebeeper.control.journal.Verify.inOrder;
import static dev.fakebeeper.control.journal.Verify.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationFormatTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  private final Journal journal = AJournal.empty();
  private final Verification verification = new Verification(journal);

  @BeforeEach
  void one_message() {
    AJournal.send("!lunch", "noon?").in(journal);
  }

  @Test
  void every_criterion_of_requests_can_be_written() {
    assertSame(
        """
        {requests: {operation: sendMessage, tag: Messages, method: post, path: /v1/x, chatID: '1', accountID: tg,
          query: {limit: '5'}, headers: {Accept: x}, body: {$.text: 'noon?', $.other: {exists: true}, $.n: 3},
          retry: 1, containing: abc, status: 200, statusClass: 2, origin: fault, diagnosis: FB-REQUEST-INVALID,
          fault: flaky, violations: true, from: '2026-06-15T12:00:00Z', to: '2026-06-15T12:00:01Z'}}
        """,
        requests("sendMessage")
            .tagged("Messages")
            .method("POST")
            .path("/v1/x")
            .inChat("1")
            .onAccount("tg")
            .retry(1)
            .containing("abc")
            .withQuery("limit", "5")
            .withHeader("Accept", "x")
            .withBody("$.text", "noon?")
            .withBody("$.other")
            .withBody("$.n", 3)
            .status(200)
            .statusClass(2)
            .origin(Origin.FAULT)
            .diagnosed(DiagnosisCode.REQUEST_INVALID)
            .fault("flaky")
            .withViolations()
            .between(NOON, NOON.plusSeconds(1))
            .atLeast(1));
  }

  @Test
  void every_criterion_of_events_can_be_written() {
    assertSame(
        """
        {events: {frameType: message.upserted, kind: sent, socket: socket-1, chatID: '1', containing: x,
          frame: {$.seq: 1, $.entries: {exists: true}}}, atMost: 2}
        """,
        events()
            .type("message.upserted")
            .kind(SocketEvent.Kind.SENT)
            .socket("socket-1")
            .inChat("1")
            .containing("x")
            .withFrame("$.seq", 1)
            .withFrame("$.entries")
            .atMost(2));
  }

  @Test
  void numbers_and_orders_can_be_written() {
    assertSame("{requests: {}, times: 0}", requests().never());
    assertSame("{requests: {}, times: 2}", requests().times(2));
    assertSame("{requests: {}, atLeast: 3}", requests().atLeast(3));
    assertSame(
        "{inOrder: [{requests: {operation: archiveChat}}, {events: {}}]}",
        inOrder(requests("archiveChat"), events()));
    assertThat(verification.check(read("{requests: {}, within: PT0.001S}")).passed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                        | None of requests, events is here | Ask for any request
          {requests: {}, events: {}}                | There is requests already     | Keep one
          {requests: {}, times: 1, atMost: 2}       | There is more than one number | times: 0 means never
          {requests: {operaton: x}}                 | no member "operaton"          | Did you mean "operation"?
          {requests: {origin: nobody}}              | "nobody" is none of the known words | fake, example
          {requests: {body: {'$[': 1}}}             | $[                            | Correct the value
          {requests: {from: noon}}                  | "noon" is no instant          | Write 2026
          {inOrder: [{requests: {}}]}               | steps (1) must be two or more | Correct the value
          {requests: {}, times: 0, within: PT1S}    | nothing to wait for           | Correct the value
          {requests: {}, within: soon}              | "soon" is no length of time   | Write PT5S
          """)
  void a_mistake_is_explained_with_its_place(String text, String what, String fix) {
    var mistake = catchThrowableOfType(SourceException.class, () -> read(text));

    assertThat(mistake).hasMessageStartingWith("test.yaml:1:").hasMessageContainingAll(what, fix);
  }

  /** The same words, so the same criteria. */
  private void assertSame(String written, Expectation made) {
    assertThat(verification.check(read(written)).expected())
        .isEqualTo(verification.check(made).expected());
  }

  private static Expectation read(String yaml) {
    try {
      var bytes = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
      return ExpectationFormat.read(SourceReader.read("test.yaml", bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
