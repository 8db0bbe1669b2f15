package dev.fakebeeper.control.lift;

import dev.fakebeeper.recording.RecordedAnswer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The bytes of assets as they were served, whole or in parts. */
final class Assets {
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,9})");

  private final Map<String, Served> served = new LinkedHashMap<>();
  private final Set<String> downloaded = new LinkedHashSet<>();
  private final Set<String> uploaded = new LinkedHashSet<>();

  /** What was served under one URL. */
  private static final class Served {
    private final TreeMap<Long, byte[]> parts = new TreeMap<>();
    private String etag = "";
    private long length;
  }

  /**
   * Bytes of an asset.
   *
   * @param etag without quotes, empty when the app sent none
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Whole(byte[] bytes, String etag) {}

  void served(String url, RecordedAnswer answer) {
    var range = RANGE.matcher(answer.headers().first("Content-Range").orElse(""));
    if (answer.status() == 206 && range.matches()) {
      add(url, answer, Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
    } else if (answer.status() == 200) {
      add(url, answer, 0, answer.body().length);
    }
  }

  private void add(String url, RecordedAnswer answer, long first, long length) {
    var asset = served.computeIfAbsent(url, u -> new Served());
    asset.length = length;
    asset.etag =
        answer.headers().first("ETag").orElse("").replaceFirst("^W/", "").replace("\"", "");
    asset.parts.merge(first, answer.body(), (one, two) -> one.length >= two.length ? one : two);
  }

  /** A file was made of the asset; its bytes went elsewhere. */
  void downloaded(String url) {
    downloaded.add(url);
  }

  /** A client brought the asset along, and does so again. */
  void uploaded(String url) {
    uploaded.add(url);
  }

  Set<String> urls() {
    var all = new LinkedHashSet<>(served.keySet());
    all.addAll(downloaded);
    all.removeAll(uploaded);
    return all;
  }

  /** All bytes of an asset; empty unless each of them was served. */
  Optional<Whole> find(String url) {
    var asset = served.get(url);
    if (asset == null) {
      return Optional.empty();
    }
    var whole = new byte[Math.toIntExact(asset.length)];
    var known = 0L;
    for (var part : asset.parts.entrySet()) {
      if (part.getKey() > known || part.getKey() + part.getValue().length > whole.length) {
        return Optional.empty();
      }
      System.arraycopy(part.getValue(), 0, whole, part.getKey().intValue(), part.getValue().length);
      known = Math.max(known, part.getKey() + part.getValue().length);
    }
    return known == whole.length ? Optional.of(new Whole(whole, asset.etag)) : Optional.empty();
  }
}
