package dev.fakebeeper.control.source;

/**
 * A spot in a file.
 *
 * @param file the file as its reader knows it
 * @param line counted from 1
 * @param column counted from 1
 */
public record Place(String file, int line, int column) {

  /** The usual spelling, {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ':' + line + ':' + column;
  }
}
