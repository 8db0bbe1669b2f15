package dev.fakebeeper.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value that a step of a wizard asks for. */
public sealed interface LoginField {

  /** The key of the value. */
  String id();

  /** Which values will do. */
  Check check();

  /** What the value tells of whoever signs in, null when nothing. */
  @Nullable Fact fact();

  /**
   * A value that the user types.
   *
   * @param type a hint for the control, such as {@code password}; null for none
   * @param label for people, null for none
   * @param placeholder null for none
   * @param initialValue what stands there at first, null for nothing
   */
  record Input(
      String id,
      Check check,
      @Nullable Fact fact,
      @Nullable String type,
      @Nullable String label,
      @Nullable String placeholder,
      @Nullable String initialValue)
      implements LoginField {}

  /**
   * A value that a web page leaves behind.
   *
   * @param name under which it is kept there, null for the id
   * @param kind where it is kept, null when nobody tells
   */
  record Cookie(
      String id, Check check, @Nullable Fact fact, @Nullable String name, @Nullable Kind kind)
      implements LoginField {

    /** Where a page keeps a value; the wire spells it in lower case. */
    public enum Kind {
      COOKIE,
      HEADER,
      LOCAL_STORAGE
    }
  }

  /** What a value can tell of whoever signs in. */
  enum Fact {
    PHONE,
    EMAIL,
    USERNAME
  }

  /**
   * Which values will do. Only the form can be known before the network looks at it, so a value of
   * the wrong form is refused at once, and a wrong value of the right form counts as a try.
   *
   * @param optional whether it may be left out or empty
   * @param pattern the form, a regular expression for the whole of it; null for any
   * @param accepts the only right values; empty when every one is right that is not refused
   * @param refuses values that are always wrong
   * @param complaint what the network says of a wrong value, null for the usual words
   */
  record Check(
      boolean optional,
      @Nullable String pattern,
      List<String> accepts,
      List<String> refuses,
      @Nullable String complaint) {
    /** Any value but none. */
    public static final Check ANY = new Check(false, null, List.of(), List.of(), null);

    /** Copies the lists. */
    public Check {
      accepts = List.copyOf(accepts);
      refuses = List.copyOf(refuses);
    }

    boolean hasForm(String value) {
      return pattern == null || value.matches(pattern);
    }

    boolean isRight(String value) {
      return !refuses.contains(value) && (accepts.isEmpty() || accepts.contains(value));
    }
  }
}
