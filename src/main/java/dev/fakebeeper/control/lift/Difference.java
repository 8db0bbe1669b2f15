package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * One way in which the lifted world answers otherwise than the app did.
 *
 * @param call the number of the recorded call, from 1
 * @param request method and path, as recorded
 * @param pointer the JSON pointer of the place in the answer; empty for the whole
 * @param recorded what the app answered there, in words
 * @param answered what the lifted world answers
 */
public record Difference(
    int call, String request, String pointer, String recorded, String answered, Why why) {

  /** Why two answers differ. */
  public enum Why {
    /** Nobody knows: the lift has lost something, or the fake behaves otherwise than the app. */
    UNEXPLAINED("not explained"),
    /** The app had more, which the clients did not ask for. */
    END_OF_RECORDING("the recording ends here"),
    /** Somebody else did something while the recording ran, and does not do it again. */
    CAME_LATER("somebody else did this during the recording"),
    /** How fast a network takes a message differs from day to day. */
    PACE("sends have another pace"),
    /** Not all bytes of the asset were recorded. */
    UNKNOWN_BYTES("the recording lacks bytes of this asset"),
    /** Names and texts were replaced when it was recorded: they are neither found nor in order. */
    MASKED("names and texts of the recording were replaced"),
    /** The app's answer differs from the contract there, and the fake keeps it. */
    DRIFT("the app differs from the contract here"),
    /** What an error says to people is the app's own. */
    WORDS("errors have words of their own"),
    /** The app failed, which its world does not explain. */
    APP_FAILED("the app failed");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    /** The reason for people. */
    public String words() {
      return words;
    }
  }

  /** Whether it is what a lift cannot avoid. */
  public boolean isExplained() {
    return why != Why.UNEXPLAINED;
  }

  String line() {
    return "#%d %s %s: was %s, now %s (%s)"
        .formatted(call, request, pointer, recorded, answered, why.words());
  }

  /** The line of the first of several that have the same reason. */
  String line(int more) {
    return "#%d %s %s and %d more places (%s)".formatted(call, request, pointer, more, why.words());
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("call", call)
        .put("request", request)
        .put("pointer", pointer)
        .put("recorded", recorded)
        .put("answered", answered)
        .put("why", why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
