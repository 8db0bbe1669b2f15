package dev.fakebeeper.recording.har;

import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.QueryText;
import dev.fakebeeper.recording.har.HarEntry.Pair;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names with values, as archives list them. */
public final class Pairs {
  private Pairs() {}

  /**
   * Headers.
   *
   * @param shown makes the value that is written of a name and its value
   */
  public static List<Pair> of(HttpHeaders headers, BiFunction<String, String, String> shown) {
    return headers.asMap().entrySet().stream()
        .flatMap(
            header ->
                header.getValue().stream()
                    .map(v -> new Pair(header.getKey(), shown.apply(header.getKey(), v))))
        .collect(Collectors.toUnmodifiableList());
  }

  /** A query or a form, decoded; null for none. */
  public static List<Pair> of(@Nullable String raw) {
    return QueryText.parse(raw).values().entrySet().stream()
        .flatMap(one -> one.getValue().stream().map(value -> new Pair(one.getKey(), value)))
        .collect(Collectors.toUnmodifiableList());
  }
}
