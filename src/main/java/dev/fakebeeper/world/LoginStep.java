package dev.fakebeeper.world;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a wizard. */
public sealed interface LoginStep {

  /** The key under which it is answered, unique in its flow. */
  String id();

  /** Text for people, null for none. */
  @Nullable String instructions();

  /** The condition under which it is asked at all, such as {@code two_factor}; null for always. */
  @Nullable String when();

  /** The values that an answer has to bring. */
  List<? extends LoginField> fields();

  /** Asks the user for values. */
  record UserInput(
      String id,
      @Nullable String instructions,
      @Nullable String when,
      List<LoginField.Input> fields)
      implements LoginStep {
    /** Copies the fields. */
    public UserInput {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Lets the user sign in on a web page and collects what it leaves behind.
   *
   * @param page what is opened
   */
  record Cookies(
      String id,
      @Nullable String instructions,
      @Nullable String when,
      Page page,
      List<LoginField.Cookie> fields)
      implements LoginStep {
    /** Copies the fields. */
    public Cookies {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A web page to sign in on.
   *
   * @param url the page
   * @param finalUrl the pattern of the address that ends the visit, null for none
   * @param script that collects the values, null for none; opaque here
   * @param userAgent to browse with, null for the browser's own
   */
  record Page(
      String url, @Nullable String finalUrl, @Nullable String script, @Nullable String userAgent) {}

  /**
   * Shows something and waits for the other side, such as a phone that scans a code.
   *
   * @param display what is shown
   * @param actsAfter how long the other side takes unless a plan says otherwise; null when it does
   *     nothing by itself
   */
  record DisplayAndWait(
      String id,
      @Nullable String instructions,
      @Nullable String when,
      Display display,
      @Nullable Duration actsAfter)
      implements LoginStep {
    @Override
    public List<LoginField> fields() {
      return List.of();
    }
  }

  /**
   * What is shown.
   *
   * @param kind how
   * @param data the text behind a QR code, the image of an emoji, the code itself; {@code {text}}
   *     and {@code {code}} in it are new each time. Null for nothing
   * @param rotates how long one lasts before the next takes its place, null for ever
   */
  record Display(Kind kind, @Nullable String data, @Nullable Duration rotates) {

    /** How something is shown; the wire spells it in lower case. */
    public enum Kind {
      QR,
      EMOJI,
      CODE,
      NOTHING
    }
  }
}
