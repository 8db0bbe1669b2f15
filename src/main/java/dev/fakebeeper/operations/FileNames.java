package dev.fakebeeper.operations;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** File names from outside, made fit to be a file's name on this machine and nothing more. */
final class FileNames {
  /** File systems count bytes; the usual limit is 255, and a prefix may be added. */
  private static final int MAX_BYTES = 200;

  private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}<>:\"|?*/\\\\]+");
  private static final Pattern DOTS_AND_SPACE = Pattern.compile("^[.\\s]+|[.\\s]+$");

  private FileNames() {}

  /**
   * The last segment of a path of any system, without what some file system refuses; {@code file}
   * when nothing is left.
   */
  static String safe(String name) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var fit = UNFIT.matcher(last).replaceAll("_");
    var plain = shortened(DOTS_AND_SPACE.matcher(fit).replaceAll(""));
    return plain.isEmpty() ? "file" : plain;
  }

  /** Cuts in the middle of the name and keeps its extension, which tells people what it is. */
  private static String shortened(String name) {
    if (bytes(name) <= MAX_BYTES) {
      return name;
    }
    var dot = name.lastIndexOf('.');
    var extension = dot > 0 && bytes(name.substring(dot)) <= 16 ? name.substring(dot) : "";
    var stem = new StringBuilder(name);
    while (bytes(stem + extension) > MAX_BYTES) {
      stem.setLength(stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + extension;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
