package dev.fakebeeper.control.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;

/**
 * Gives every chat, message and so on a line of its own, so that two files can be compared line by
 * line. Used for one file.
 */
final class Lines extends DefaultPrettyPrinter {
  private static final long serialVersionUID = 1;
  private static final int DEEPEST = 2;
  private static final Indenter BREAKS = new DefaultIndenter("  ", "\n");

  Lines() {
    super(DEFAULT_SEPARATORS.withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    indentObjectsWith(new Shallow());
    indentArraysWith(new Shallow());
  }

  private static final class Shallow implements Indenter, java.io.Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public void writeIndentation(JsonGenerator json, int level) throws IOException {
      if (level <= DEEPEST) {
        BREAKS.writeIndentation(json, level);
      } else {
        json.writeRaw(' ');
      }
    }

    @Override
    public boolean isInline() {
      return false;
    }
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) throws IOException {
    end(json, entries);
    json.writeRaw('}');
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) throws IOException {
    end(json, values);
    json.writeRaw(']');
  }

  private void end(JsonGenerator json, int inside) throws IOException {
    _nesting--;
    if (inside > 0 && _nesting < DEEPEST) {
      BREAKS.writeIndentation(json, _nesting);
    } else if (inside > 0) {
      json.writeRaw(' ');
    }
  }
}
