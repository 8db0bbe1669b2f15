package dev.fakebeeper.control.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.Timer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.stream.Stream;

/** Writes a state file, one element after the other. Used once, by one thread. */
final class StateWriter {
  private final SavedWorld saved;
  private final JsonGenerator json;

  private StateWriter(SavedWorld saved, JsonGenerator json) {
    this.saved = saved;
    this.json = json;
  }

  static void write(SavedWorld saved, OutputStream out) throws IOException {
    try (var json = StateMapper.MAPPER.createGenerator(out)) {
      json.setPrettyPrinter(new Lines());
      new StateWriter(saved, json).document();
      json.writeRaw('\n');
    }
  }

  private void document() throws IOException {
    json.writeStartObject();
    ObjectNode head = StateMapper.MAPPER.valueToTree(Head.of(saved));
    for (var member : head.properties()) {
      json.writeFieldName(member.getKey());
      json.writeTree(member.getValue());
    }
    for (var section : Section.ALL) {
      section(section);
    }
    json.writeEndObject();
  }

  private <T> void section(Section<T> section) throws IOException {
    if (section.isSecret() && saved.tokens() == SavedWorld.Tokens.LEFT_OUT) {
      return;
    }
    var elements = elements(section).iterator();
    // A file with tokens says so even where the world has none.
    if (section == Section.TOKENS || elements.hasNext()) {
      json.writeArrayFieldStart(section.name());
      elements(section, elements);
      json.writeEndArray();
    }
  }

  private <T> Stream<T> elements(Section<T> section) {
    var all = section.of(saved.state());
    return saved.tokens() == SavedWorld.Tokens.WRITTEN ? all : all.filter(StateWriter::isNoSecret);
  }

  private static boolean isNoSecret(Object element) {
    return !(element instanceof Section.PlannedTimer planned && isOfOAuth(planned.timer()));
  }

  private static boolean isOfOAuth(Timer timer) {
    return timer instanceof Timer.TokenExpiry
        || timer instanceof Timer.CodeExpiry
        || timer instanceof Timer.ConsentExpiry;
  }

  private <T> void elements(Section<T> section, Iterator<T> elements) throws IOException {
    var writer = StateMapper.MAPPER.writerFor(section.type());
    while (elements.hasNext()) {
      writer.writeValue(json, elements.next());
    }
  }
}
