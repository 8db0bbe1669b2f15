package dev.fakebeeper.http.control;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.JsonFragment;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.journal.Entry;
import dev.fakebeeper.control.journal.ExpectationFormat;
import dev.fakebeeper.control.journal.Har;
import dev.fakebeeper.control.journal.JournalJson;
import dev.fakebeeper.control.journal.QueryFormat;
import dev.fakebeeper.control.journal.VerificationResult;
import java.util.List;

/** What came in and went out of a world, and questions about it. */
final class JournalResource {
  private static final int USUAL_LAST = 100;

  private JournalResource() {}

  static void addTo(ControlTable table) {
    table.add("listEntries", JournalResource::list);
    table.add("queryEntries", JournalResource::query);
    table.add("getEntry", JournalResource::get);
    table.add("clearJournal", JournalResource::clear);
    table.add("getArchive", JournalResource::archive);
    table.add("verify", JournalResource::verify);
  }

  private static ApiResponse list(ControlCall call) {
    var entries = call.world().journal().entries();
    int last = call.request().parameters().integer("last").orElse(USUAL_LAST);
    return page(call, entries.subList(Math.max(0, entries.size() - last), entries.size()));
  }

  private static ApiResponse query(ControlCall call) {
    var fields = call.body().asFields("A question");
    var last = fields.number("last", USUAL_LAST);
    var query = QueryFormat.read(fields);
    fields.done();
    return page(call, call.world().journal().findLast(last, query));
  }

  private static ApiResponse page(ControlCall call, List<Entry> entries) {
    var json = json(call);
    var items = entries.stream().map(json::entry).toList();
    var rest = ControlCall.object().put("dropped", call.world().journal().dropped());
    return ApiResponse.ok(new Body.Page(items, rest));
  }

  private static JournalJson json(ControlCall call) {
    return withSecrets(call) ? JournalJson.withSecrets() : JournalJson.of(call.world().journal());
  }

  private static boolean withSecrets(ControlCall call) {
    return call.request().parameters().bool("secrets").orElse(false);
  }

  private static ApiResponse get(ControlCall call) {
    var world = call.world();
    var number = call.path("number");
    return world.journal().entries().stream()
        .filter(entry -> Long.toString(entry.number()).equals(number))
        .findFirst()
        .map(entry -> ApiResponse.ok(fragment(json(call).entry(entry))))
        .orElseThrow(() -> new ProblemException(unknown(world, number)));
  }

  private static Problem unknown(FakeWorld world, String number) {
    return Problem.of(
        404,
        DiagnosisCode.CONTROL_NOT_FOUND,
        "The journal of the world \"%s\" has no entry %s.".formatted(world.name(), number),
        "It is not written yet, or gave way to newer ones; give the journal more room.");
  }

  private static Body fragment(JsonFragment fragment) {
    return new Body.Fragment(fragment);
  }

  private static ApiResponse clear(ControlCall call) {
    call.world().journal().clear();
    return ApiResponse.noContent();
  }

  private static ApiResponse archive(ControlCall call) {
    var journal = call.world().journal();
    return ApiResponse.ok(
        withSecrets(call)
            ? PipedBody.json(out -> Har.writeWithSecrets(journal, out))
            : PipedBody.json(out -> Har.write(journal, out)));
  }

  /** A miss is an answer too: whoever asked decides what it means. */
  private static ApiResponse verify(ControlCall call) {
    var world = call.world();
    var expectation = ExpectationFormat.read(call.body());
    VerificationResult result;
    try {
      result = SocketsResource.inTime(() -> world.check(expectation));
    } catch (IllegalArgumentException refused) { // an operation that nobody knows
      throw new ProblemException(Problem.invalid(String.valueOf(refused.getMessage())));
    }
    return ApiResponse.ok(fragment(JournalJson.of(world.journal()).result(result)));
  }
}
