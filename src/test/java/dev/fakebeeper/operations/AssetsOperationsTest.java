package dev.fakebeeper.operations;

import static dev.fakebeeper.operations.Caller.encoded;
import static dev.fakebeeper.operations.Caller.json;
import static dev.fakebeeper.operations.Caller.text;
import static dev.fakebeeper.testing.AChat.aChat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.CheckedRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Parameters;
import dev.fakebeeper.contract.Violation;
import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatCapabilities.AttachmentCapabilities;
import dev.fakebeeper.world.ChatCapabilitiesBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsOperationsTest {
  private final TestWorld world = new TestWorld();
  private final MediaFolder media = new MediaFolder();
  private final Caller caller = new Caller(world.world(), media);

  @AfterEach
  void close() {
    media.close();
  }

  private JsonNode upload(byte[] bytes, String name) {
    return json(caller.multipart("/v1/assets/upload", file(bytes, name)));
  }

  private static BodyPart file(byte[] bytes, String name) {
    return new BodyPart("file", name, "application/octet-stream", bytes);
  }

  private static BodyPart field(String name, String value) {
    return new BodyPart(name, null, null, value.getBytes(UTF_8));
  }

  private ApiResponse serve(String url, String... headers) {
    return caller.get("/v1/assets/serve?url=" + encoded(url), headers);
  }

  private JsonNode download(String url) {
    return json(caller.post("/v1/assets/download", "{'url':'" + url + "'}"));
  }

  private void addAsset(String url, Asset.Content content) {
    var asset = new Asset(url, "text/plain", "note.txt", content, null, null);
    world.world().run(tx -> tx.update(state -> state.withAssets(state.assets().plus(url, asset))));
  }

  private static Asset.Content content(String text) {
    var bytes = text.getBytes(UTF_8);
    return new Bytes.InMemory(bytes, Bytes.tagOf(bytes));
  }

  @Nested
  class Uploading {

    @Test
    void tells_all_that_is_known_of_a_picture() throws Exception {
      var picture = Samples.picture("png", 12, 7);

      var upload = upload(picture, "dot.png");

      assertThat(upload.get("fileName").asText()).isEqualTo("dot.png");
      assertThat(upload.get("mimeType").asText()).isEqualTo("image/png");
      assertThat(upload.get("fileSize").asInt()).isEqualTo(picture.length);
      assertThat(upload.get("width").asInt()).isEqualTo(12);
      assertThat(upload.get("height").asInt()).isEqualTo(7);
      assertThat(upload.has("error")).isFalse();
      assertThat(Path.of(new URI(upload.get("srcURL").asText()))).hasBinaryContent(picture);
    }

    @Test
    void believes_the_fields_of_the_form() {
      var upload =
          json(
              caller.multipart(
                  "/v1/assets/upload",
                  file("hi".getBytes(UTF_8), "a.bin"),
                  field("fileName", "../b.md"),
                  field("mimeType", "text/markdown")));

      assertThat(upload.get("fileName").asText()).isEqualTo("b.md");
      assertThat(upload.get("mimeType").asText()).isEqualTo("text/markdown");
    }

    @Test
    void takes_the_type_of_the_part_when_the_bytes_say_nothing() {
      var part = new BodyPart("file", "x", "audio/amr; rate=8000", new byte[] {0, 1, 2});

      assertThat(json(caller.multipart("/v1/assets/upload", part)).get("mimeType").asText())
          .isEqualTo("audio/amr");
    }

    @Test
    void as_base64_is_the_same_and_makes_up_a_name() {
      var content = Base64.getEncoder().encodeToString(Samples.picture("gif", 3, 2));

      var upload = json(caller.post("/v1/assets/upload/base64", "{'content':'" + content + "'}"));

      assertThat(upload.get("fileName").asText()).isEqualTo("upload.gif");
      assertThat(upload.get("mimeType").asText()).isEqualTo("image/gif");
      assertThat(upload.get("width").asInt()).isEqualTo(3);
    }

    @Test
    void as_base64_may_be_longer_than_json_libraries_like() {
      var content = Base64.getEncoder().encodeToString(new byte[16_000_000]);

      var upload = json(caller.post("/v1/assets/upload/base64", "{'content':'" + content + "'}"));

      assertThat(upload.get("fileSize").asInt()).isEqualTo(16_000_000);
    }

    @Test
    void of_broken_base64_fails_inside_a_200() {
      var answer = caller.post("/v1/assets/upload/base64", "{'content':'%%%'}");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(json(answer).get("error").asText()).contains("base64");
      assertThat(json(answer).has("uploadID")).isFalse();
    }

    @Test
    void of_too_many_bytes_fails_inside_a_200() {
      var operations = new UploadsOperations(media, 3);
      var found = Contract.bundled().find("uploadAsset").orElseThrow();
      var part = file("four".getBytes(UTF_8), "a");
      var parameters = Parameters.ofPath(Map.of());
      var none = List.<Violation>of();
      var request = new CheckedRequest(none, none, parameters, null, List.of(part));
      var raw = ApiRequest.of("POST", "/v1/assets/upload", null);

      var answer =
          operations.multipart(
              new Call(found, request, raw, new Session(world.world(), null), "x"));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(json(answer).get("error").asText()).contains("larger");
      assertThat(world.state().uploads()).isEmpty();
    }

    @Test
    void without_a_file_breaks_the_contract() {
      assertThat(caller.multipart("/v1/assets/upload", field("fileName", "a")).status())
          .isEqualTo(400);
      assertThat(caller.post("/v1/assets/upload/base64", "{}").status()).isEqualTo(400);
    }
  }

  @Nested
  class Sending_an_upload {
    private final byte[] picture = Samples.picture("png", 12, 7);

    private ApiResponse send(Chat chat, String attachment) {
      return caller.post(
          "/v1/chats/" + encoded(chat.id()) + "/messages", "{'attachment':" + attachment + "}");
    }

    private JsonNode sent(Chat chat, String attachment) {
      assertThat(send(chat, attachment).status()).isEqualTo(200);
      world.world().advance(Duration.ofMinutes(1));
      var list = json(caller.get("/v1/chats/" + encoded(chat.id()) + "/messages"));
      return list.at("/items/0");
    }

    @Test
    void makes_an_attachment_whose_bytes_outlive_the_upload() {
      var chat = world.add(aChat());
      var id = upload(picture, "dot.png").get("uploadID").asText();

      var message = sent(chat, "{'uploadID':'" + id + "'}");
      world.world().advance(Duration.ofDays(2));

      var attachment = message.at("/attachments/0");
      assertThat(message.get("type").asText()).isEqualTo("IMAGE");
      assertThat(message.has("text")).isFalse();
      assertThat(attachment.get("type").asText()).isEqualTo("img");
      assertThat(attachment.get("fileSize").asInt()).isEqualTo(picture.length);
      assertThat(attachment.at("/size/width").asInt()).isEqualTo(12);
      assertThat(attachment.get("id").asText()).startsWith("localmxc://local-whatsapp/");
      var served = serve(attachment.get("id").asText());
      assertThat(served.status()).isEqualTo(200);
      assertThat(((Body.Stream) served.body()).length()).isEqualTo(picture.length);
    }

    @ParameterizedTest
    @CsvSource({
      "image, IMAGE, img, ''",
      "video, VIDEO, video, ''",
      "audio, AUDIO, audio, ''",
      "file, FILE, unknown, ''",
      "gif, IMAGE, img, isGif",
      "voice-note, VOICE, audio, isVoiceNote",
      "sticker, STICKER, img, isSticker"
    })
    void goes_by_the_hint(String hint, String type, String kind, String flag) {
      var chat = world.add(aChat());
      var id = upload(picture, "dot.png").get("uploadID").asText();

      var message = sent(chat, "{'uploadID':'" + id + "','type':'" + hint + "'}");

      assertThat(message.get("type").asText()).isEqualTo(type);
      assertThat(message.at("/attachments/0/type").asText()).isEqualTo(kind);
      if (!flag.isEmpty()) {
        assertThat(message.at("/attachments/0/" + flag).asBoolean()).isTrue();
      }
    }

    @Test
    void says_what_the_client_says_of_it() {
      var chat = world.add(aChat());
      var id = upload(picture, "dot.png").get("uploadID").asText();

      var message =
          sent(
              chat,
              "{'uploadID':'"
                  + id
                  + "','type':'gif','mimeType':'video/mp4','fileName':'x.mp4',"
                  + "'size':{'width':1,'height':2},'duration':1.5}");

      var attachment = message.at("/attachments/0");
      assertThat(message.get("type").asText()).isEqualTo("VIDEO");
      assertThat(attachment.get("mimeType").asText()).isEqualTo("video/mp4");
      assertThat(attachment.get("fileName").asText()).isEqualTo("x.mp4");
      assertThat(attachment.at("/size/height").asInt()).isEqualTo(2);
      assertThat(attachment.get("duration").asDouble()).isEqualTo(1.5);
      assertThat(attachment.get("isGif").asBoolean()).isTrue();
    }

    @Test
    void is_not_found_when_it_never_was_or_its_time_is_over() {
      var chat = world.add(aChat());
      var id = upload(picture, "dot.png").get("uploadID").asText();

      assertThat(send(chat, "{'uploadID':'nothing'}").status()).isEqualTo(404);
      world.world().advance(world.world().rules().uploadLifetime());
      assertThat(send(chat, "{'uploadID':'" + id + "'}").status()).isEqualTo(404);
    }

    @Test
    void is_refused_when_the_chat_does_not_take_it() {
      var images =
          new AttachmentCapabilities(
              Map.of("image/*", 2, "image/gif", 0), null, null, 200L, null, null, null, null);
      var allowed =
          ChatCapabilitiesBuilder.builder().attachments(Map.of("m.image", images)).build();
      var chat = world.add(aChat().with(builder -> builder.capabilities(allowed)));
      var png = upload(picture, "dot.png").get("uploadID").asText();
      var text = upload("text".getBytes(UTF_8), "a.txt").get("uploadID").asText();
      var large = upload(Samples.picture("bmp", 99, 99), "l.bmp").get("uploadID").asText();

      assertThat(send(chat, "{'uploadID':'" + png + "'}").status()).isEqualTo(200);
      assertThat(send(chat, "{'uploadID':'" + text + "'}").status()).isEqualTo(422);
      assertThat(send(chat, "{'uploadID':'" + large + "'}").status()).isEqualTo(422);
      assertThat(send(chat, "{'uploadID':'" + png + "','type':'sticker'}").status()).isEqualTo(422);
      assertThat(
              send(chat, "{'uploadID':'" + png + "','type':'image','mimeType':'image/gif'}")
                  .status())
          .isEqualTo(422);
    }

    @Test
    void may_have_a_text_beside_it_within_the_limits() {
      var images =
          new AttachmentCapabilities(Map.of("*/*", 2), null, 3, null, null, null, null, null);
      var allowed =
          ChatCapabilitiesBuilder.builder().attachments(Map.of("m.image", images)).build();
      var chat = world.add(aChat().with(builder -> builder.capabilities(allowed)));
      var id = upload(picture, "dot.png").get("uploadID").asText();
      var path = "/v1/chats/" + encoded(chat.id()) + "/messages";

      for (var text : new String[] {"", "abc"}) {
        var body = "{'text':'" + text + "','attachment':{'uploadID':'" + id + "'}}";
        assertThat(caller.post(path, body).status()).isEqualTo(200);
      }
      var tooLong = "{'text':'abcd','attachment':{'uploadID':'" + id + "'}}";
      assertThat(caller.post(path, tooLong).status()).isEqualTo(422);
    }
  }

  @Nested
  class Downloading {

    @Test
    void gives_a_file_that_is_there_once() throws Exception {
      addAsset("mxc://x/1", content("hello"));

      var url = download("mxc://x/1").get("srcURL").asText();

      assertThat(Path.of(new URI(url))).hasContent("hello").hasFileName("note.txt");
      assertThat(download("mxc://x/1").get("srcURL").asText()).isEqualTo(url);
      assertThat(download(url).get("srcURL").asText()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mxc://x/gone", "mxc://x/unknown", "file:///etc/hostname", "bogus"})
    void fails_inside_a_200(String url) {
      addAsset("mxc://x/gone", null);

      var answer = caller.post("/v1/assets/download", "{'url':'" + url + "'}");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(json(answer).get("error").asText()).contains(url);
      assertThat(json(answer).has("srcURL")).isFalse();
    }
  }

  @Nested
  class Serving {

    @Test
    void streams_what_the_world_knows() {
      addAsset("mxc://x/1", content("0123456789"));

      var whole = serve("mxc://x/1");

      assertThat(whole.status()).isEqualTo(200);
      assertThat(text(whole)).isEqualTo("0123456789");
      assertThat(((Body.Stream) whole.body()).contentType()).isEqualTo("application/octet-stream");
      assertThat(text(serve("mxc://x/1", "Range", "bytes=-3"))).isEqualTo("789");
      assertThat(serve("mxc://x/1", "Range", "bytes=10-").status()).isEqualTo(416);
      var etag = whole.headers().first("ETag").orElseThrow();
      assertThat(serve("mxc://x/1", "If-None-Match", etag).status()).isEqualTo(304);
    }

    @Test
    void streams_the_file_of_an_upload_and_of_a_download() {
      addAsset("localmxc://bridge/1", content("downloaded"));
      var uploaded = upload("uploaded".getBytes(UTF_8), "a b#c.txt").get("srcURL").asText();
      var downloaded = download("localmxc://bridge/1").get("srcURL").asText();

      assertThat(text(serve(uploaded))).isEqualTo("uploaded");
      assertThat(text(serve(downloaded))).isEqualTo("downloaded");
    }

    @Test
    void answers_head_requests() {
      addAsset("mxc://x/1", content("hello"));

      var answer = caller.head("/v1/assets/serve?url=" + encoded("mxc://x/1"));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(((Body.Stream) answer.body()).length()).isEqualTo(5);
    }

    @Test
    void sends_no_type_when_set_so() {
      var settings =
          OperationsSettings.defaults()
              .withServeContentType(OperationsSettings.ServeContentType.NONE);
      addAsset("mxc://x/1", content("hello"));

      var answer =
          new Caller(world.world(), media, settings)
              .get("/v1/assets/serve?url=" + encoded("mxc://x/1"));

      assertThat(((Body.Stream) answer.body()).contentType()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "mxc://x/gone, 502",
      "mxc://x/unknown, 502",
      "localmxc://bridge/unknown, 502",
      "file:///etc/hostname, 403",
      "'file:///etc/../etc/hostname', 403",
      "file://host/share, 400",
      "'file:///a b', 400",
      "mxc://, 400",
      "mxc://x, 400",
      "https://e.example/x.png, 400",
      "bogus, 400"
    })
    void refuses_with_the_status_that_says_why(String url, int status) {
      addAsset("mxc://x/gone", null);

      assertThat(serve(url).status()).isEqualTo(status);
    }

    @Test
    void cannot_be_led_out_of_the_media_folder() {
      var inside = upload("x".getBytes(UTF_8), "x").get("srcURL").asText();

      assertThat(serve(inside + "/../../../../../../../../etc/hostname").status()).isEqualTo(403);
      assertThat(serve(inside.replaceAll("/x$", "/gone")).status()).isEqualTo(502);
    }

    @Test
    void without_a_url_breaks_the_contract() {
      assertThat(caller.get("/v1/assets/serve").status()).isEqualTo(400);
      assertThat(caller.get("/v1/assets/serve?url=").status()).isEqualTo(400);
    }
  }
}
