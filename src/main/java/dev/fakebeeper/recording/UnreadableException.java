package dev.fakebeeper.recording;

/** A part of a file that cannot be read; becomes a finding with its line. */
final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1;
  private final String member;

  /**
   * A fault of one member.
   *
   * @param member its name, empty for the whole; the first of that name is where people look
   */
  UnreadableException(String member, String text) {
    super(member.isEmpty() ? text : member + " " + text);
    this.member = member;
  }

  String member() {
    return member;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
