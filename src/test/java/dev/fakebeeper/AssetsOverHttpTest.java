package dev.fakebeeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The flow of an attachment, and what only HTTP shows of it: headers, ranges, HEAD. */
class AssetsOverHttpTest {
  private final FakeBeeper beeper = FakeBeeper.start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    beeper.close();
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create(beeper.baseUri() + target))
        .header("Authorization", "Bearer " + beeper.token());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private JsonNode post(String target, String type, BodyPublisher body) throws Exception {
    var response = send(request(target).header("Content-Type", type).POST(body));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.parse(response.body().getBytes(UTF_8));
  }

  private JsonNode upload(String text) throws Exception {
    var body =
        """
        --b\r
        Content-Disposition: form-data; name="file"; filename="../note ä.txt"\r
        Content-Type: application/octet-stream\r
        \r
        %s\r
        --b--\r
        """
            .formatted(text);
    return post(
        "/v1/assets/upload", "multipart/form-data; boundary=b", BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder serve(JsonNode upload) {
    var url = URLEncoder.encode(upload.get("srcURL").asText(), UTF_8);
    return request("/v1/assets/serve?url=" + url);
  }

  @Test
  void an_upload_can_be_read_back_whole_and_in_part() throws Exception {
    var upload = upload("0123456789");

    var whole = send(serve(upload));
    var part = send(serve(upload).header("Range", "bytes=3-5"));
    var bad = send(serve(upload).header("Range", "bytes=10-"));

    assertThat(upload.get("fileName").asText()).isEqualTo("note ä.txt");
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo("0123456789");
    assertThat(whole.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(whole.headers().firstValue("Content-Length")).contains("10");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("345");
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 3-5/10");
    assertThat(bad.statusCode()).isEqualTo(416);
    assertThat(bad.body()).isEmpty();
    assertThat(bad.headers().firstValue("Content-Range")).contains("bytes */10");
    assertThat(bad.headers().firstValue("X-Beeper-Desktop-Version")).isPresent();
  }

  @Test
  void what_the_client_has_is_not_sent_again_and_head_sends_no_body() throws Exception {
    var upload = upload("0123456789");
    var etag = send(serve(upload)).headers().firstValue("ETag").orElseThrow();

    var again = send(serve(upload).header("If-None-Match", etag));
    var head = send(serve(upload).method("HEAD", BodyPublishers.noBody()));

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Length")).contains("10");
    assertThat(head.headers().firstValue("ETag")).contains(etag);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void an_upload_can_be_sent_and_a_gone_asset_is_502() throws Exception {
    var id = upload("hello").get("uploadID").asText();
    var chats = Json.parse(send(request("/v1/chats")).body().getBytes(UTF_8));
    var chat = URLEncoder.encode(chats.at("/items/0/id").asText(), UTF_8);

    var sent =
        post(
            "/v1/chats/" + chat + "/messages",
            "application/json",
            BodyPublishers.ofString(
                "{\"text\":\"see\",\"attachment\":{\"uploadID\":\"" + id + "\"}}"));

    assertThat(sent.get("pendingMessageID").asText()).isNotEmpty();
    assertThat(send(request("/v1/assets/serve?url=mxc%3A%2F%2Fx%2Fgone")).statusCode())
        .isEqualTo(502);
  }

  @Test
  void no_file_is_left_when_the_fake_has_stopped() throws Exception {
    var file = Path.of(URI.create(upload("x").get("srcURL").asText()));
    assertThat(file).hasContent("x");

    beeper.close();

    assertThat(Files.exists(file.getParent().getParent())).isFalse();
  }
}
