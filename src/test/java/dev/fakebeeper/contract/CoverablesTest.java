package dev.fakebeeper.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.Coverable.Dimension;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What there is to exercise in a contract, and what a message exercises of it. */
class CoverablesTest {
  private static final Contract CLUB = TestContracts.load("club.yaml");
  private static final Coverables COVERABLES = CLUB.coverables();

  private final Hits hits = new Hits();

  @Test
  void an_operation_has_its_statuses_and_the_parts_of_its_request() {
    assertThat(named("listNotices"))
        .containsExactly(
            "operations listNotices",
            "parameters query limit",
            "parameters query order",
            "parameter-values query order = newest",
            "parameter-values query order = oldest",
            "parameters query kinds",
            "parameter-values query kinds = joke",
            "parameter-values query kinds = sale",
            "parameters header X-Shelf",
            "statuses 200",
            "statuses 400");
    assertThat(named("addNotice"))
        .containsExactly(
            "operations addNotice",
            "body-members /text",
            "body-members /kind",
            "body-values /kind = joke",
            "body-values /kind = sale",
            "body-members /by",
            "body-branches /by = Guest",
            "body-members /by/host",
            "body-branches /by = Nobody",
            "body-branches /by = string email",
            "body-branches /by = integer",
            "body-members /place",
            "body-members /place/floor",
            "body-values /place/floor = 0",
            "body-values /place/floor = 1",
            "body-members /thread",
            "body-members /marks",
            "body-values /marks/* = seen",
            "body-values /marks/* = done",
            "statuses 201",
            "statuses 4XX",
            "statuses 503");
  }

  @Test
  void a_schema_of_answers_is_counted_once_whichever_answer_shows_it() {
    assertThat(named("Notice"))
        .containsExactly("answer-values /state = new", "answer-values /state = old");
    assertThat(named("Kind")).containsExactly("answer-values joke", "answer-values sale");
    assertThat(named("Author"))
        .containsExactly(
            "answer-branches Guest",
            "answer-branches Nobody",
            "answer-branches string email",
            "answer-branches integer");
  }

  @Test
  void codes_of_errors_are_those_that_the_examples_show() {
    assertThat(named("")).containsExactly("error-codes FULL", "error-codes closed");
  }

  @Test
  void a_socket_has_commands_and_events() {
    assertThat(named("webSocket"))
        .containsExactly(
            "operations webSocket", "commands watch", "events notice.added", "events bye");
    assertThat(named("NoticeEvent"))
        .containsExactly("answer-values /volume = loud", "answer-values /volume = quiet");
  }

  @Test
  void an_older_version_has_less() {
    var older = CLUB.at(ApiVersion.parse("4.2.808")).coverables();

    assertThat(older.all()).doesNotContain(new Coverable(Dimension.STATUSES, "addNotice", "503"));
  }

  @Test
  void an_exchange_marks_what_was_sent_and_what_came_back() {
    exchange(
        TestContracts.get("/notices", "order=oldest&kinds=joke&kinds=sale&unknown=1"),
        answer(
            200, "[{\"kind\":\"sale\",\"by\":null,\"replies\":[{\"by\":4,\"state\":\"old\"}]}]"));

    assertThat(marked())
        .containsExactlyInAnyOrder(
            "listNotices: operations listNotices",
            "listNotices: parameters query order",
            "listNotices: parameter-values query order = oldest",
            "listNotices: parameters query kinds",
            "listNotices: parameter-values query kinds = joke",
            "listNotices: parameter-values query kinds = sale",
            "listNotices: statuses 200",
            "Kind: answer-values sale",
            "Author: answer-branches Nobody",
            "Author: answer-branches integer",
            "Notice: answer-values /state = old");
    assertThat(hits.calls("listNotices")).isEqualTo(1);
  }

  @Test
  void a_body_marks_its_members_values_and_branches_at_any_depth() {
    var body =
        """
        {"text": "Sofa", "by": {"host": "Ann"}, "place": {"floor": 1}, "other": true,
         "thread": [{"text": "Sold?", "kind": "joke"}], "marks": {"ann": "done"}}""";

    exchange(TestContracts.json("POST", "/notices", body), answer(409, "{\"code\":\"FULL\"}"));

    assertThat(marked())
        .containsExactlyInAnyOrder(
            "addNotice: operations addNotice",
            "addNotice: statuses 4XX",
            ": error-codes FULL",
            "addNotice: body-members /text",
            "addNotice: body-members /by",
            "addNotice: body-branches /by = Guest",
            "addNotice: body-members /by/host",
            "addNotice: body-members /place",
            "addNotice: body-members /place/floor",
            "addNotice: body-values /place/floor = 1",
            "addNotice: body-members /thread",
            "addNotice: body-members /kind", // of the thread's notice, which is one like this
            "addNotice: body-values /kind = joke",
            "addNotice: body-members /marks",
            "addNotice: body-values /marks/* = done");
  }

  @Test
  void a_request_that_breaks_the_contract_has_called_the_operation_and_no_more() {
    exchange(
        TestContracts.get("/notices", "limit=many&order=oldest"),
        answer(400, "{\"error\":\"closed\"}"));

    assertThat(marked())
        .containsExactlyInAnyOrder(
            "listNotices: operations listNotices",
            "listNotices: statuses 400",
            ": error-codes closed");
  }

  @Test
  void a_file_of_a_form_is_a_member() {
    var parts =
        List.of(
            new BodyPart("photo", "me.png", "image/png", new byte[] {1}),
            new BodyPart("way", null, null, "in".getBytes(StandardCharsets.UTF_8)));
    var headers = HttpHeaders.of(Map.of("Content-Type", List.of("multipart/form-data")));
    var request = new ApiRequest("POST", "/door", null, headers, new byte[0], parts);

    exchange(request, ApiResponse.noContent());

    assertThat(marked())
        .contains("openDoor: body-members /photo", "openDoor: body-values /way = in")
        .contains("openDoor: statuses default");
  }

  @Test
  void an_empty_value_can_be_read() {
    assertThat(named("openDoor")).contains("body-values /way = \"\"");
  }

  @Test
  void a_fragment_that_was_looked_through_is_looked_through_once_for_each_client() {
    var fragment = JsonFragment.of(Json.parse(bytes("{\"state\":\"new\"}")));
    var page = ApiResponse.ok(new Body.Items(List.of(fragment, fragment)));
    var others = new Hits();

    exchange(TestContracts.get("/notices"), page);
    exchange(TestContracts.get("/notices"), page);
    COVERABLES.exchanged(operation("listNotices"), TestContracts.get("/notices"), page, others);

    assertThat(marked()).contains("Notice: answer-values /state = new");
    assertThat(marked(others)).contains("Notice: answer-values /state = new");
    assertThat(hits.isNew(fragment, fragment)).isTrue(); // whoever looks for something else
  }

  @Test
  void frames_mark_their_types_and_what_is_in_them() {
    COVERABLES.opened(hits);
    COVERABLES.received("{\"type\":\"watch\"}", hits);
    COVERABLES.received("no JSON", hits);
    COVERABLES.sent(
        "notice.added", "{\"volume\":\"loud\",\"entries\":[{\"kind\":\"image\"}]}", hits);

    assertThat(marked())
        .containsExactlyInAnyOrder(
            "webSocket: operations webSocket",
            "webSocket: commands watch",
            "webSocket: events notice.added",
            "NoticeEvent: answer-values /volume = loud",
            "Message: answer-values /kind = image");
  }

  @Test
  void a_frame_of_a_type_that_nobody_knows_marks_nothing() {
    COVERABLES.sent("rumour", "{}", hits);
    COVERABLES.received("{\"type\":\"shout\"}", hits);

    assertThat(marked()).isEmpty();
  }

  @Test
  void every_example_of_the_vendor_s_contract_marks_its_operation_and_a_status() {
    var contract = Contract.bundled();
    var coverables = contract.coverables();
    for (var operation : contract.operations()) {
      coverables.exchanged(
          operation, ApiRequest.of("GET", "/", null), contract.example(operation), hits);
    }

    var missing = new ArrayList<String>();
    for (var operation : contract.operations()) {
      if (marked(coverables, hits).stream()
          .noneMatch(one -> one.startsWith(operation.id() + ": statuses "))) {
        missing.add(operation.id());
      }
    }
    assertThat(missing).isEmpty();
    assertThat(coverables.all()).doesNotHaveDuplicates().hasSizeGreaterThan(1_000);
    assertThat(Arrays.stream(Dimension.values()))
        .allMatch(dimension -> Dimension.find(dimension.text()).orElseThrow() == dimension);
  }

  private void exchange(ApiRequest request, ApiResponse response) {
    var routing = (Routing.Found) CLUB.route(request.method(), request.rawPath());
    COVERABLES.exchanged(routing.operation(), request, response, hits);
  }

  private static Operation operation(String id) {
    return TestContracts.operation(CLUB, id);
  }

  private static ApiResponse answer(int status, String json) {
    return ApiResponse.of(status, new Body.Json(Json.parse(bytes(json))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> named(String subject) {
    return COVERABLES.all().stream()
        .filter(coverable -> coverable.subject().equals(subject))
        .map(coverable -> coverable.dimension().text() + " " + coverable.name())
        .toList();
  }

  private List<String> marked() {
    return marked(hits);
  }

  private static List<String> marked(Hits hits) {
    return marked(COVERABLES, hits);
  }

  private static List<String> marked(Coverables coverables, Hits hits) {
    var names = new ArrayList<String>();
    for (int i = 0; i < coverables.all().size(); i++) {
      if (hits.has(i)) {
        var one = coverables.all().get(i);
        names.add("%s: %s %s".formatted(one.subject(), one.dimension().text(), one.name()));
      }
    }
    return names;
  }
}
