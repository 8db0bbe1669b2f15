package dev.fakebeeper.contract;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A version of Beeper Desktop, such as {@code 4.2.808}: the contract shows only what that version
 * already had. Ordered by number, part by part; a missing part counts as zero, so {@code 4.3} and
 * {@code 4.3.0} are equal. Immutable.
 *
 * <p>Source of the presets: the vendor's changelog, {@code x-fake-since} in the contract says which
 * one brought an operation, a parameter or a property.
 */
public final class ApiVersion implements Comparable<ApiVersion> {
  private static final int MAX_PARTS = 4;
  private static final List<ApiVersion> PRESETS =
      List.of(of("4.1.294"), of("4.2.557"), of("4.2.808"), of("4.3.0"), of("4.3.89"));

  private final List<Integer> parts;

  private ApiVersion(List<Integer> parts) {
    this.parts = parts;
  }

  /** The versions whose behaviour is known well enough to be offered by name, oldest first. */
  public static List<ApiVersion> presets() {
    return PRESETS;
  }

  /** The newest preset, which is the default. */
  public static ApiVersion latest() {
    return PRESETS.get(PRESETS.size() - 1);
  }

  /**
   * The version a person means: {@code latest}, a full number, or the beginning of one, which means
   * the newest preset that starts so ({@code 4.2} is 4.2.808).
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  public static ApiVersion parse(String text) {
    var wanted = text.strip();
    if (wanted.equals("latest")) {
      return latest();
    }
    var number = of(wanted);
    return PRESETS.stream()
        .filter(preset -> number.parts.size() < 3 && preset.startsWith(number))
        .reduce((older, newer) -> newer)
        .orElse(number);
  }

  /**
   * The version with exactly this number.
   *
   * @throws IllegalArgumentException if the text is not one to four numbers with dots between them
   */
  public static ApiVersion of(String number) {
    try {
      var parts = Arrays.stream(number.split("\\.", -1)).map(Integer::parseUnsignedInt).toList();
      if (parts.size() <= MAX_PARTS) {
        return new ApiVersion(parts);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(refusal(number), e);
    }
    throw new IllegalArgumentException(refusal(number));
  }

  private static String refusal(String text) {
    return "API version (%s) must be a number such as 4.2.808, or latest".formatted(text);
  }

  private boolean startsWith(ApiVersion prefix) {
    return parts.size() >= prefix.parts.size()
        && parts.subList(0, prefix.parts.size()).equals(prefix.parts);
  }

  /** Whether this version is the given one or newer. */
  public boolean isAtLeast(ApiVersion other) {
    return compareTo(other) >= 0;
  }

  /** Whether this version is the given number or newer. */
  public boolean isAtLeast(String number) {
    return isAtLeast(of(number));
  }

  private int part(int index) {
    return index < parts.size() ? parts.get(index) : 0;
  }

  @Override
  public int compareTo(ApiVersion other) {
    for (int i = 0; i < MAX_PARTS; i++) {
      int order = Integer.compare(part(i), other.part(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApiVersion version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < MAX_PARTS; i++) {
      hash = 31 * hash + part(i);
    }
    return hash;
  }

  @Override
  public String toString() {
    return parts.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
