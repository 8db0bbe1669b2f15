package dev.fakebeeper.operations;

import dev.fakebeeper.contract.JsonFragment;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Makes a JSON object out of finished JSON, without parsing any of it. */
final class Glue {
  private Glue() {}

  /**
   * An object with one more member at its end.
   *
   * @param object a JSON object with at least one member, written without spaces at its end
   * @param name the member's name, which must need no escaping
   */
  static JsonFragment member(JsonFragment object, String name, JsonFragment value) {
    var bytes = object.bytes();
    var intro = (",\"" + name + "\":").getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(bytes.length + intro.length + value.bytes().length);
    out.write(bytes, 0, bytes.length - 1);
    out.writeBytes(intro);
    out.writeBytes(value.bytes());
    out.write('}');
    return JsonFragment.ofBytes(out.toByteArray());
  }
}
