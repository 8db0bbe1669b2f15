package dev.fakebeeper.control.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a state file, one element after the other. Each element says at most one mistake, and
 * reading goes on behind it. Used once, by one thread.
 */
final class StateReader {
  private static final Map<String, Section<?>> SECTIONS = sections();

  private final String source;
  private final JsonParser json;
  private final ObjectNode head = StateMapper.MAPPER.createObjectNode();
  private final StateDraft draft = new StateDraft();
  private final List<Problem> problems = new ArrayList<>();

  StateReader(String source, JsonParser json) {
    this.source = source;
    this.json = json;
  }

  private static Map<String, Section<?>> sections() {
    var all = new TreeMap<String, Section<?>>();
    Section.ALL.forEach(section -> all.put(section.name(), section));
    return all;
  }

  /**
   * Reads to the end.
   *
   * @throws StateException when anything is wrong
   * @throws IOException when the source breaks
   */
  SavedWorld read() throws IOException {
    try {
      members();
    } catch (JsonProcessingException e) {
      throw refusal(notWellFormed(e));
    }
    var known = head();
    if (known.isEmpty() || !problems.isEmpty()) {
      throw new StateException(source, problems);
    }
    problems.addAll(new StateCheck(known.get(), draft).problems());
    if (!problems.isEmpty()) {
      throw new StateException(source, problems);
    }
    return StateBuilding.build(known.get(), draft);
  }

  private void members() throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw refusal(noStateFile("It is " + Kind.of(json)));
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var name = json.currentName();
      json.nextToken();
      var section = SECTIONS.get(name);
      if (section == null) {
        single(name, json.readValueAsTree());
      } else {
        section(section);
      }
    }
    if (json.nextToken() != null) {
      throw refusal(noStateFile("Something stands behind its end"));
    }
  }

  private void single(String name, JsonNode value) {
    if (name.equals(Head.VERSION_NAME) && !value.equals(head.numberNode(Head.VERSION))) {
      throw refusal(
          new Problem(
              "/" + name,
              "The version is " + value,
              "This fake reads version " + Head.VERSION + " and no other",
              "Use the fake that wrote the file, or write it anew"));
    }
    head.set(name, value);
  }

  private <T> void section(Section<T> section) throws IOException {
    var place = JsonPointer.empty().appendProperty(section.name());
    if (json.currentToken() != JsonToken.START_ARRAY) {
      problems.add(
          new Problem(
              place.toString(),
              "This is " + Kind.of(json),
              "It should be a list",
              "Put what is in it into [ ]"));
      json.skipChildren();
      return;
    }
    draft.begin(section);
    var list = json.getParsingContext();
    for (var index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
      element(section, place.appendIndex(index));
      while (json.getParsingContext() != list) {
        json.nextToken(); // the rest of an element with a mistake
      }
      if (problems.size() == StateException.MOST) {
        throw new StateException(source, problems);
      }
    }
  }

  private <T> void element(Section<T> section, JsonPointer place) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      problems.add(
          new Problem(
              place.toString(),
              "This is " + Kind.of(json),
              "It should be an object",
              "Write one in { }, or remove this"));
      return;
    }
    try {
      draft.add(section, StateMapper.MAPPER.readValue(json, section.type()));
    } catch (JsonMappingException e) {
      problems.add(explained(e, place, Set.of()));
    }
  }

  /** What is no JSON at all looks like a mistake in the element that it stands in. */
  private static Problem explained(
      JsonMappingException mistake, JsonPointer place, Set<String> alsoKnown)
      throws StreamReadException {
    if (mistake.getCause() instanceof StreamReadException broken
        && !(broken instanceof InputCoercionException)) {
      throw broken;
    }
    return Explanation.of(mistake, place, alsoKnown);
  }

  private Optional<Head> head() throws IOException {
    if (!head.has(Head.VERSION_NAME)) {
      throw refusal(noStateFile("It has no member \"" + Head.VERSION_NAME + "\""));
    }
    try {
      return Optional.of(StateMapper.MAPPER.treeToValue(head, Head.class));
    } catch (JsonMappingException e) {
      problems.add(explained(e, JsonPointer.empty(), SECTIONS.keySet()));
      return Optional.empty();
    }
  }

  private StateException refusal(Problem problem) {
    return new StateException(source, List.of(problem));
  }

  private static Problem noStateFile(String what) {
    return new Problem(
        "",
        what,
        "A state file is one JSON object that says \"" + Head.VERSION_NAME + "\": " + Head.VERSION,
        "Give a file that a snapshot wrote");
  }

  private Problem notWellFormed(JsonProcessingException e) {
    var at = e.getLocation();
    var place = at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr();
    return new Problem(
        json.getParsingContext().pathAsPointer().toString(),
        "The JSON is not well-formed" + place + ": " + e.getOriginalMessage(),
        "It could not be read past this place",
        "Look for a missing quote, comma or bracket, or for the end of a file that broke off");
  }
}
