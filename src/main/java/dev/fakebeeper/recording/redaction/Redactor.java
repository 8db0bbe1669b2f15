package dev.fakebeeper.recording.redaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.Texts;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.RecordedEnd;
import dev.fakebeeper.recording.RecordedFrame;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import dev.fakebeeper.recording.RecordedSocket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes out of one recording what must not be seen: all but what the contract declares harmless.
 * The same text becomes the same pseudonym everywhere in the recording, so requests still fit the
 * answers before them. Nothing that is given is written to. Remembers the raw texts in memory, for
 * {@link #scan}, until it is dropped. Thread-safe.
 */
public final class Redactor {
  private static final Set<String> REASONS =
      Set.of("", "Going away", "Normal closure", "Server shutting down", "Unauthorized");

  private final Texts texts;
  private final Pseudonyms pseudonyms;
  private final Headers headers;
  private final Bodies bodies;
  private final Requests requests;
  private final Tally tally = new Tally();
  private final KnownValues known;
  private final RedactionRules rules;

  /**
   * A redactor for one recording.
   *
   * @param contract says what each text is about
   * @param key makes the pseudonyms; with the same key and the same messages in the same order they
   *     are the same. See {@link RedactionRules#newKey}
   */
  public Redactor(Contract contract, byte[] key, RedactionRules rules) {
    this.rules = rules;
    texts = contract.texts();
    known = new KnownValues(isPublic(contract));
    var surroundings = new Pseudonyms.Surroundings(texts.pathWords(), tally, known);
    pseudonyms = new Pseudonyms(key, rules, surroundings);
    headers = new Headers(pseudonyms, tally);
    bodies = new Bodies(texts, pseudonyms, rules, tally);
    requests = new Requests(new Requests.Tools(contract, texts, pseudonyms, headers, bodies));
  }

  /** What stands in the published contract is no secret. */
  private static Predicate<String> isPublic(Contract contract) {
    var document = contract.text();
    return document::contains;
  }

  /** A call without what must not be seen. */
  public RecordedCall redact(RecordedCall call) {
    return new RecordedCall(
        call.after(),
        call.took(),
        requests.redacted(call.request()),
        answer(call.request(), call.answer()));
  }

  private RecordedAnswer answer(ApiRequest request, RecordedAnswer answer) {
    return new RecordedAnswer(
        answer.status(),
        headers.redacted(answer.headers()),
        bodies.answer(requests.operationOrNull(request), answer));
  }

  /** A request alone: the upgrade of a socket, or a call that got no answer. */
  public ApiRequest redact(ApiRequest request) {
    return requests.redacted(request);
  }

  /** A frame without what must not be seen. */
  public RecordedFrame redact(RecordedFrame frame) {
    return new RecordedFrame(frame.after(), frame.sender(), text(frame.sender(), frame.text()));
  }

  private String text(Sender sender, String text) {
    var tree = Bodies.tree(text);
    if (tree.isEmpty()) {
      pseudonyms.hidden(text);
      tally.unknown();
      return Pseudonyms.REDACTED;
    }
    Optional<JsonNode> made =
        sender == Sender.CLIENT
            ? texts.clientFrame(tree.get(), pseudonyms)
            : texts.appFrame(tree.get(), pseudonyms);
    var shown = made.orElseGet(() -> unknown(tree.get()));
    return new String(Json.bytes(shown), StandardCharsets.UTF_8);
  }

  /** Of a frame that the contract does not know, the names of its members stay. */
  private JsonNode unknown(JsonNode frame) {
    if (!(frame instanceof ObjectNode object)) {
      return pseudonyms.unknown(frame);
    }
    var copy = object.objectNode();
    for (var member : object.properties()) {
      var name = pseudonyms.unknownName(member.getKey());
      if (name.equals("type") && member.getValue().isTextual()) {
        copy.put(name, pseudonyms.constant(member.getValue().textValue()));
      } else {
        copy.set(name, pseudonyms.unknown(member.getValue()));
      }
    }
    return copy;
  }

  /** The end of a socket; of its reason only what is usual stays. */
  public RecordedEnd redact(RecordedEnd end) {
    var reason = REASONS.contains(end.reason()) ? end.reason() : Pseudonyms.REDACTED;
    if (!reason.equals(end.reason())) {
      pseudonyms.hidden(end.reason());
    }
    return new RecordedEnd(end.after(), end.sender(), end.code(), reason);
  }

  /** A whole socket. */
  public RecordedSocket redact(RecordedSocket socket) {
    var end = socket.end();
    return new RecordedSocket(
        socket.after(),
        redact(socket.upgrade()),
        socket.frames().stream().map(this::redact).toList(),
        end == null ? null : redact(end));
  }

  /** What was done so far, in numbers. */
  public Redaction report() {
    return tally.told();
  }

  /** The last look at what is about to be written; knows what was seen so far and later. */
  public SecretScan scan() {
    return new SecretScan(known, pseudonyms.issued(), rules);
  }
}
