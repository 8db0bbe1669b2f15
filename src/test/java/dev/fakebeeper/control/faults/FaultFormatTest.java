package dev.fakebeeper.control.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.fakebeeper.contract.JsonEdit;
import dev.fakebeeper.contract.Variation;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceReader;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults as files and the control API write them. */
class FaultFormatTest {

  private static Fault read(String file, String text) throws IOException {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return FaultFormat.read(SourceReader.read(file, bytes));
  }

  private static Fault yaml(String text) throws IOException {
    return read("fault.yaml", text);
  }

  /** One fault of each effect, and of each way to match. */
  static List<Fault> faults() {
    var noon = Instant.parse("2026-06-15T12:00:00Z");
    var details = JsonNodeFactory.instance.objectNode();
    details.put("bridge", "whatsapp").put("tries", 3).put("ready", false).putNull("since");
    details.putArray("list").add(1).add("x");
    var all = Fault.on(Group.ALL);
    return List.of(
        Fault.on("sendMessage", "editMessage").first(2).resetAfterCommit().named("twice"),
        all.inChat("!lunch:beeper.local").onAccount("whatsapp").nth(3).resetBeforeCommit(),
        Fault.onTag("Chats").every(2).probability(0.25).emptyReply(),
        Fault.on(Group.SENDS).after(5).emptyReplyAfterCommit(),
        all.during(Duration.ofSeconds(10), Duration.ofMinutes(5)).error(502),
        all.during(noon, noon.plusSeconds(60)).errorAfterCommit(500),
        all.withWindow(new Window(new Window.Open(), new Window.Since(Duration.ofHours(1))))
            .error(
                VendorError.of(503)
                    .code("BRIDGE")
                    .message("Größe")
                    .details(details)
                    .header("x-should-retry", "false")
                    .retryAfter(Duration.ofSeconds(2))),
        all.rateLimit(),
        all.rateLimit(RateLimit.lasting(Duration.ofSeconds(9)).telling(RetryAfter.Form.DATE)),
        all.rateLimit(
            RateLimit.once().telling(RetryAfter.Form.MILLISECONDS, Duration.ofMillis(1500))),
        all.delay(Duration.ofSeconds(35)),
        all.delayAfterCommit(Duration.ofMillis(1)),
        all.hang(),
        all.hangAfterCommit(),
        all.truncate(),
        all.malform(),
        all.endless(),
        all.with(new FaultEffect.Endless(1L << 40)),
        all.drip(10, Duration.ofSeconds(1)),
        all.contentType("text/html"),
        all.answer(RawAnswer.of(200, "text/html", "<h1>It works!</h1>\n").header("Server", "x")),
        all.answer(RawAnswer.of(204, "", "").afterCommit()),
        all.header("X-Beeper-Desktop-Version", "4.0.1"),
        all.with(new FaultEffect.OtherHeaders(Map.of("a", "1", "B", "2"), Set.of("c", "d"))),
        all.withoutHeader("X-Beeper-Desktop-Version"),
        all.vary(Variation.UNKNOWN_ENUM_VALUE),
        all.vary(Variation.WRONG_TYPE, "/items/*/id", "title"),
        all.rewrite(
            new JsonEdit.Set("/items/*/mentions", NullNode.getInstance()),
            new JsonEdit.Set("/items/0", details),
            new JsonEdit.Remove("/items/*/preview")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void what_is_written_reads_the_same(Fault fault) throws IOException {
    var json = FaultJson.of(fault).toString();

    assertThat(read("fault.json", json)).as(json).isEqualTo(fault);
    assertThat(yaml(json)).as(json).isEqualTo(fault);
  }

  @Test
  void no_effect_is_forgotten() {
    assertThat(faults().stream().map(fault -> (Object) fault.effect().getClass()))
        .containsAll(effects(FaultEffect.class).toList());
  }

  private static Stream<Class<?>> effects(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FaultFormatTest::effects)
        : Stream.of(type);
  }

  @Test
  void a_fault_reads_as_people_write_it() throws IOException {
    var fault =
        yaml(
            """
            name: flaky
            on: {operation: listChats, chatID: "!lunch:beeper.local"}
            calls: {every: 3}
            probability: 0.3
            during: {from: PT10S, to: 1m}
            error:
              status: 502
              details: {since: null, tries: [1, 2.5]}
              retryAfter: 2s
              commit: after
            """);

    assertThat(fault.name()).isEqualTo("flaky");
    assertThat(fault.trigger())
        .isEqualTo(
            Fault.on("listChats")
                .inChat("!lunch:beeper.local")
                .every(3)
                .probability(0.3)
                .during(Duration.ofSeconds(10), Duration.ofMinutes(1))
                .error(500)
                .trigger());
    var error = (VendorError) fault.effect();
    assertThat(error.message()).isEqualTo("The network or bridge failed");
    assertThat(error.details()).hasToString("{\"since\":null,\"tries\":[1,2.5]}");
    assertThat(error.headers()).containsExactly(Map.entry("Retry-After", "2"));
    assertThat(error.point()).isEqualTo(Point.AFTER_COMMIT);
  }

  @Test
  void a_planned_fault_shows_its_counts() {
    var world = new FakeWorlds(new Worlds(), WorldRules.defaults()).open(NewWorld.named("faulty"));
    var planned = world.faults().plan(Fault.on("listChats").first(2).hang());

    assertThat(FaultJson.of(planned))
        .hasToString(
            "{\"name\":\"fault-1\",\"on\":{\"operations\":[\"listChats\"]},\"calls\":{\"first\":2},\"hang\":{},\"matched\":0,\"fired\":0,\"remaining\":2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{on: {group: all}} | fault.yaml:1:1: None of error, rateLimit, | for instance error: {status: 502}",
        "{on: {group: all}, hang: {}, malform: {}} | fault.yaml:1:39: There is hang already | Keep one",
        "{hang: {}} | fault.yaml:1:1: The member \"on\" is missing | Add \"on:\"",
        "{on: {}, hang: {}} | fault.yaml:1:6: None of operation, operations, group, tag | group: all",
        "{on: {group: reeds}, hang: {}} | fault.yaml:1:14: \"reeds\" is none of the known words | Did you mean \"reads\"?",
        "{on: {group: all}, eror: {}} | fault.yaml:1:20: A fault has no member \"eror\" | Did you mean \"error\"?",
        "{on: {gruop: all}, hang: {}} | fault.yaml:1:7: What a fault is about has no member \"gruop\" | Did you mean \"group\"?",
        "{on: {group: all}, hang: {}, eror: {}} | fault.yaml:1:30: A fault has no member \"eror\" | Did you mean \"error\"?",
        "{on: {group: all}, calls: {nth: 0}, hang: {}} | fault.yaml:1:33: nth (0) must be 1 or more | Correct the value",
        "{on: {group: all}, probability: 2, hang: {}} | fault.yaml:1:33: probability (2.0) must be above 0 | Correct",
        "{on: {group: all}, probability: often, hang: {}} | fault.yaml:1:33: This is a text | Write 0.3, say",
        "{on: {group: all}, delay: {span: soon}} | fault.yaml:1:34: \"soon\" is no length of time | Write PT40S",
        "{on: {group: all}, delay: {span: PT0S}} | fault.yaml:1:34: span (PT0S) must be positive | Correct",
        "{on: {group: all}, error: {status: 200}} | fault.yaml:1:36: status (200) must be from 400 to 599 | Correct",
        "{on: {group: all}, reset: {commit: never}} | \"never\" is none of the known words | They are before, after",
        "{on: {group: all}, during: {from: 2026-06-15}, hang: {}} | \"2026-06-15\" is no instant | PT10S",
        "{on: {group: all}, during: {from: PT2S, to: PT1S}, hang: {}} | fault.yaml:1:28: window (PT2S to PT1S) | Correct",
        "{on: {group: all}, rewrite: [{set: /a}]} | fault.yaml:1:30: The member \"value\" is missing | Add",
        "{on: {group: all}, rewrite: [{remove: a}]} | fault.yaml:1:39: | Correct",
        "{on: {group: all}, headers: {set: {Content-Length: '5'}}} | follows from the body | Correct",
        "{on: {group: all}, rateLimit: {retryAfter: {form: seconds}}} | must have a span | Correct",
        "{name: a b, on: {group: all}, hang: {}} | fault.yaml:1:8: name (a b) must be | Correct",
      })
  void a_mistake_names_its_place_and_its_cure(String text, String mistake, String cure) {
    assertThatThrownBy(() -> yaml(text))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining(mistake)
        .hasMessageContaining(cure);
  }
}
