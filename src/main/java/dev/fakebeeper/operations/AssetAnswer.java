package dev.fakebeeper.operations;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.world.Asset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers a request for the bytes of an asset: whole, in part, not modified, or not satisfiable.
 * That all four exist is documented; which headers lead to them is RFC 9110, 13 and 14.
 *
 * <p>What an URL of an asset names never changes, so its last modification is always the same day
 * (assumed), and only its tag tells bytes apart.
 */
final class AssetAnswer {
  private static final Instant LAST_MODIFIED = Instant.parse("2020-01-01T00:00:00Z");
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final ApiRequest request;
  private final Asset.Content content;
  private final String etag;

  private AssetAnswer(ApiRequest request, Asset.Content content) {
    this.request = request;
    this.content = content;
    this.etag = '"' + content.etag() + '"';
  }

  /**
   * The answer to a request.
   *
   * @param contentType the Content-Type of whole and partial bytes, empty for none
   */
  static ApiResponse of(ApiRequest request, Asset.Content content, String contentType) {
    return new AssetAnswer(request, content).answer(contentType);
  }

  private ApiResponse answer(String contentType) {
    if (isNotModified()) {
      return validators(ApiResponse.of(304, new Body.Empty()));
    }
    var selected = selection();
    if (selected instanceof ByteSelection.Part part) {
      var bytes = new Body.Stream(contentType, part.length(), () -> PartStream.of(content, part));
      return validators(ApiResponse.of(206, bytes))
          .with(
              "Content-Range",
              "bytes %d-%d/%d".formatted(part.first(), part.last(), content.length()));
    }
    if (selected instanceof ByteSelection.Unsatisfiable) {
      return ApiResponse.of(416, new Body.Empty())
          .with("Accept-Ranges", "bytes")
          .with("Content-Range", "bytes */" + content.length());
    }
    return validators(
        ApiResponse.ok(new Body.Stream(contentType, content.length(), content::open)));
  }

  private ApiResponse validators(ApiResponse response) {
    return response
        .with("Accept-Ranges", "bytes")
        .with("ETag", etag)
        .with("Last-Modified", HTTP_DATE.format(LAST_MODIFIED));
  }

  private ByteSelection selection() {
    var range = header("Range");
    // RFC 9110: Range means something for GET only, and nothing when If-Range does not hold.
    return range.isPresent() && request.method().equals("GET") && ifRangeHolds()
        ? ByteSelection.of(range.get(), content.length())
        : new ByteSelection.Whole();
  }

  private boolean isNotModified() {
    var tags = request.headers().all("If-None-Match");
    if (!tags.isEmpty()) {
      return tags.stream().anyMatch(this::namesThis);
    }
    return header("If-Modified-Since")
        .flatMap(AssetAnswer::date)
        .filter(since -> !since.isBefore(LAST_MODIFIED))
        .isPresent();
  }

  /** Compares weakly, as the RFC wants here. A tag of ours has no comma, so splitting is safe. */
  private boolean namesThis(String list) {
    for (var tag : list.split(",", -1)) {
      var plain = tag.strip();
      if (plain.equals("*") || plain.equals(etag) || plain.equals("W/" + etag)) {
        return true;
      }
    }
    return false;
  }

  private boolean ifRangeHolds() {
    var wanted = header("If-Range");
    return wanted.isEmpty()
        || wanted.get().strip().equals(etag)
        || date(wanted.get()).filter(LAST_MODIFIED::equals).isPresent();
  }

  private Optional<String> header(String name) {
    HttpHeaders headers = request.headers();
    return headers.first(name);
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip())));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // RFC 9110: a date that is none is ignored
    }
  }
}
