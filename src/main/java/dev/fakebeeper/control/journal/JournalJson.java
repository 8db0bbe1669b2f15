package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.JsonFragment;
import java.util.List;
import java.util.function.Function;

/**
 * Writes entries and verifications as JSON, for the control API and for reports of failed tests.
 * Secrets are masked, each by a number of its own: the same secret has the same number everywhere
 * in the journal. Thread-safe.
 */
public final class JournalJson {
  private final Function<Entry, Redaction> redactions;

  private JournalJson(Function<Entry, Redaction> redactions) {
    this.redactions = redactions;
  }

  /** Writes entries of a journal without their secrets. */
  public static JournalJson of(Journal journal) {
    return new JournalJson(journal::redaction);
  }

  /** Writes entries as they are, tokens, codes and keys included: for eyes that may see them. */
  public static JournalJson withSecrets() {
    return new JournalJson(Redaction::none);
  }

  /** One entry. */
  public JsonFragment entry(Entry entry) {
    return JsonFragment.of(tree(entry));
  }

  /** Some entries as an array, in text. */
  public String text(List<? extends Entry> entries) {
    var array = JsonNodeFactory.instance.arrayNode();
    entries.forEach(entry -> array.add(tree(entry)));
    return array.toPrettyString();
  }

  /** How an expectation stands; entries go by their numbers. */
  public JsonFragment result(VerificationResult result) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("passed", result.passed())
            .put("expected", result.expected());
    var found = json.putArray("found");
    result.found().forEach(entry -> found.add(entry.number()));
    var nearest = result.nearest();
    if (nearest != null) {
      var near = json.putObject("nearest").put("number", nearest.entry().number());
      near.set("lines", lines(nearest));
    }
    return JsonFragment.of(json.put("text", result.text()));
  }

  private static ArrayNode lines(NearMiss nearest) {
    var lines = JsonNodeFactory.instance.arrayNode();
    for (var line : nearest.lines()) {
      lines
          .addObject()
          .put("name", line.name())
          .put("wanted", line.wanted())
          .put("got", line.got())
          .put("same", line.same());
    }
    return lines;
  }

  private ObjectNode tree(Entry entry) {
    return EntryJson.of(entry, redactions.apply(entry));
  }
}
