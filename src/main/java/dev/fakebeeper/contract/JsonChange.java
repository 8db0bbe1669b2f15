package dev.fakebeeper.contract;

/**
 * One change of a JSON value, in words.
 *
 * @param pointer the JSON pointer of the value that was set or removed
 * @param what what happened to it, such as {@code was removed}
 */
public record JsonChange(String pointer, String what) {

  /** One line for people. */
  public String describe() {
    return (pointer.isEmpty() ? "the whole" : pointer) + " " + what;
  }
}
