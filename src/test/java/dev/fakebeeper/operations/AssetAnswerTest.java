package dev.fakebeeper.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.HttpHeaders;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssetAnswerTest {
  private static final byte[] BYTES = "0123456789".getBytes(UTF_8);
  private static final Bytes CONTENT = new Bytes.InMemory(BYTES, Bytes.tagOf(BYTES));
  private static final String ETAG = '"' + CONTENT.etag() + '"';

  private static ApiResponse answer(String method, String... headers) {
    var all = HttpHeaders.none();
    for (var i = 0; i < headers.length; i += 2) {
      all = all.with(headers[i], headers[i + 1]);
    }
    var request = new ApiRequest(method, "/v1/assets/serve", null, all, new byte[0], List.of());
    return AssetAnswer.of(request, CONTENT, "application/octet-stream");
  }

  private static ApiResponse get(String... headers) {
    return answer("GET", headers);
  }

  private static String text(ApiResponse response) throws IOException {
    assertThat(response.body()).isInstanceOf(Body.Stream.class);
    var stream = (Body.Stream) response.body();
    try (var in = stream.source().open()) {
      var bytes = in.readAllBytes();
      assertThat(stream.length()).isEqualTo(bytes.length);
      return new String(bytes, UTF_8);
    }
  }

  @Test
  void without_conditions_it_is_whole_and_says_how_to_ask_for_less() throws IOException {
    var whole = get();

    assertThat(whole.status()).isEqualTo(200);
    assertThat(text(whole)).isEqualTo("0123456789");
    assertThat(whole.headers().first("Accept-Ranges")).contains("bytes");
    assertThat(whole.headers().first("ETag")).contains(ETAG);
    assertThat(whole.headers().first("Last-Modified")).contains("Wed, 01 Jan 2020 00:00:00 GMT");
  }

  @Test
  void a_range_is_a_part() throws IOException {
    var part = get("Range", "bytes=2-4");

    assertThat(part.status()).isEqualTo(206);
    assertThat(text(part)).isEqualTo("234");
    assertThat(part.headers().first("Content-Range")).contains("bytes 2-4/10");
    assertThat(part.headers().first("ETag")).contains(ETAG);
  }

  @Test
  void parts_make_up_the_whole() throws IOException {
    assertThat(text(get("Range", "bytes=0-3")) + text(get("Range", "bytes=4-")))
        .isEqualTo("0123456789");
  }

  @Test
  void a_range_outside_is_refused_with_the_size() {
    var refused = get("Range", "bytes=10-");

    assertThat(refused.status()).isEqualTo(416);
    assertThat(refused.body()).isEqualTo(new Body.Empty());
    assertThat(refused.headers().first("Content-Range")).contains("bytes */10");
  }

  @Test
  void several_ranges_get_the_whole() {
    assertThat(get("Range", "bytes=0-1,3-4").status()).isEqualTo(200);
  }

  @Test
  void a_head_request_has_no_ranges() {
    assertThat(answer("HEAD", "Range", "bytes=0-1").status()).isEqualTo(200);
    assertThat(answer("HEAD", "If-None-Match", ETAG).status()).isEqualTo(304);
  }

  @Test
  void a_known_tag_is_not_modified() {
    for (var tags : List.of(ETAG, "W/" + ETAG, "\"other\", " + ETAG, "*")) {
      var answer = get("If-None-Match", tags);

      assertThat(answer.status()).as(tags).isEqualTo(304);
      assertThat(answer.body()).isEqualTo(new Body.Empty());
      assertThat(answer.headers().first("ETag")).contains(ETAG);
    }
    assertThat(get("If-None-Match", "\"other\"").status()).isEqualTo(200);
  }

  @Test
  void a_date_counts_only_without_a_tag() {
    var later = "Wed, 03 Jun 2026 09:00:00 GMT";

    assertThat(get("If-Modified-Since", later).status()).isEqualTo(304);
    assertThat(get("If-Modified-Since", "Tue, 31 Dec 2019 23:59:59 GMT").status()).isEqualTo(200);
    assertThat(get("If-Modified-Since", "yesterday").status()).isEqualTo(200);
    assertThat(get("If-Modified-Since", later, "If-None-Match", "\"other\"").status())
        .isEqualTo(200);
  }

  @Test
  void a_range_of_other_bytes_gets_the_whole() {
    assertThat(get("Range", "bytes=0-1", "If-Range", "\"other\"").status()).isEqualTo(200);
    assertThat(get("Range", "bytes=0-1", "If-Range", ETAG).status()).isEqualTo(206);
    assertThat(get("Range", "bytes=0-1", "If-Range", "W/" + ETAG).status()).isEqualTo(200);
    assertThat(get("Range", "bytes=0-1", "If-Range", "Wed, 01 Jan 2020 00:00:00 GMT").status())
        .isEqualTo(206);
  }

  @Test
  void a_part_can_be_read_byte_by_byte_and_skipped() throws IOException {
    try (var part = PartStream.of(CONTENT, new ByteSelection.Part(3, 6))) {
      assertThat(part.available()).isEqualTo(4);
      assertThat(part.read()).isEqualTo('3');
      assertThat(part.skip(10)).isEqualTo(3);
      assertThat(part.read()).isEqualTo(-1);
      assertThat(part.read(new byte[4], 0, 4)).isEqualTo(-1);
      assertThat(part.markSupported()).isFalse();
    }
  }
}
