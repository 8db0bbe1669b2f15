package dev.fakebeeper.control.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.fakebeeper.world.Message;
import java.io.IOException;
import java.util.List;
import org.pcollections.TreePVector;

/** Who is mentioned: a list, which may be empty; absent where nothing is known. */
final class MentionsForm {
  private static final Message.Mentions UNKNOWN = new Message.Mentions(false, TreePVector.empty());

  private MentionsForm() {}

  static final class Writer extends StdSerializer<Message.Mentions> {
    private static final long serialVersionUID = 1;

    Writer() {
      super(Message.Mentions.class);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Message.Mentions value) {
      return !value.known();
    }

    @Override
    public void serialize(Message.Mentions value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartArray();
      for (var id : value.ids()) {
        json.writeString(id);
      }
      json.writeEndArray();
    }
  }

  static final class Reader extends StdDeserializer<Message.Mentions> {
    private static final long serialVersionUID = 1;

    Reader() {
      super(Message.Mentions.class);
    }

    @Override
    public Object getEmptyValue(DeserializationContext context) {
      return UNKNOWN;
    }

    @Override
    public Message.Mentions deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      if (!json.isExpectedStartArrayToken()) {
        return (Message.Mentions) context.handleUnexpectedToken(Message.Mentions.class, json);
      }
      var ids = context.readValue(json, String[].class);
      return new Message.Mentions(true, TreePVector.from(List.of(ids)));
    }
  }
}
