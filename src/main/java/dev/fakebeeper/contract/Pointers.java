package dev.fakebeeper.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** JSON pointers (RFC 6901) as text. */
final class Pointers {
  private Pointers() {}

  /** The pointer to a member of what a pointer points to. */
  static String child(String pointer, String member) {
    return pointer + "/" + escape(member);
  }

  /** The pointer that leads down the given steps. */
  static String of(List<String> steps) {
    var pointer = new StringBuilder();
    steps.forEach(step -> pointer.append('/').append(escape(step)));
    return pointer.toString();
  }

  /** The steps of a pointer, unescaped. */
  static List<String> steps(String pointer) {
    return pointer.isEmpty()
        ? List.of()
        : Arrays.stream(pointer.substring(1).split("/", -1)).map(Pointers::unescape).toList();
  }

  /** The steps to a member of what some steps lead to. */
  static List<String> below(List<String> steps, String member) {
    return Stream.concat(steps.stream(), Stream.of(member)).toList();
  }

  static String escape(String member) {
    return member.replace("~", "~0").replace("/", "~1");
  }

  static String unescape(String segment) {
    return segment.replace("~1", "/").replace("~0", "~");
  }

  /** The last member name of a pointer, unescaped; empty for the root. */
  static String lastMember(String pointer) {
    return unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
  }

  /** The pointer to what a place stands in; empty for the root. */
  static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }

  /** The pointer of a reference inside the document, such as {@code #/components/schemas/Chat}. */
  static String ofLocalReference(String reference) {
    var fragment = reference.substring(1);
    return fragment.indexOf('%') < 0
        ? fragment
        : URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
