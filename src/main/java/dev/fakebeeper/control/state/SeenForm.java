package dev.fakebeeper.control.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.fakebeeper.world.Seen;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Read receipts as the vendor writes them: true or false, an instant, or either for each member.
 */
final class SeenForm {
  private SeenForm() {}

  static final class Writer extends StdSerializer<Seen> {
    private static final long serialVersionUID = 1;

    Writer() {
      super(Seen.class);
    }

    @Override
    public void serialize(Seen value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (value instanceof Seen.Flag flag) {
        json.writeBoolean(flag.value());
      } else if (value instanceof Seen.At at) {
        json.writeString(at.instant().toString());
      } else if (value instanceof Seen.ByParticipant each) {
        json.writeStartObject();
        for (var entry : new TreeMap<>(each.participants()).entrySet()) {
          json.writeFieldName(entry.getKey());
          serialize(entry.getValue(), json, provider);
        }
        json.writeEndObject();
      } else {
        throw new AssertionError("unknown read receipt: " + value);
      }
    }
  }

  static final class Reader extends StdDeserializer<Seen> {
    private static final long serialVersionUID = 1;

    Reader() {
      super(Seen.class);
    }

    @Override
    public Seen deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return json.isExpectedStartObjectToken() ? each(json, context) : one(json, context);
    }

    private static Seen one(JsonParser json, DeserializationContext context) throws IOException {
      if (json.currentToken().isBoolean()) {
        return new Seen.Flag(json.getBooleanValue());
      }
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return (Seen) context.handleUnexpectedToken(Seen.class, json);
      }
      return new Seen.At(context.readValue(json, Instant.class));
    }

    private static Seen each(JsonParser json, DeserializationContext context) throws IOException {
      Map<String, Seen> all = new LinkedHashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        var participant = json.currentName();
        json.nextToken();
        try {
          all.put(participant, one(json, context));
        } catch (JsonMappingException e) {
          e.prependPath(Seen.ByParticipant.class, participant);
          throw e;
        }
      }
      return new Seen.ByParticipant(all);
    }
  }
}
