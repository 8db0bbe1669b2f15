package dev.fakebeeper.recording.redaction;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.RecordedEnd;
import dev.fakebeeper.recording.RecordedFrame;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import dev.fakebeeper.recording.RecordedSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** Places in a recording where a text can stand, each as a recorded socket or call around it. */
final class Plantings {
  private static final String CHATS = "/v1/chats/%21a%3Ab.c";
  private static final String MESSAGES = CHATS + "/messages";

  /** Puts a text somewhere, redacts, and tells all that is left as one text. */
  @FunctionalInterface
  interface Planting {
    String left(String text, Redactor redactor);
  }

  private final Map<String, Planting> all = new LinkedHashMap<>();

  private Plantings() {}

  static Map<String, Planting> all() {
    var plantings = new Plantings();
    plantings.addPathsAndQueries();
    plantings.addRequestHeaders();
    plantings.addRequestBodies();
    plantings.addAnswerHeaders();
    plantings.addAnswers();
    plantings.addEncodings();
    plantings.addFrames();
    return plantings.all;
  }

  private void addPathsAndQueries() {
    path("path: chat", text -> "/v1/chats/" + encoded(text));
    path("path: message", text -> MESSAGES + "/" + encoded(text));
    path("path: unknown", text -> "/v1/people/" + encoded(text));
    path("path: broken encoding", text -> "/v1/chats/%zz" + encoded(text));
    query("query: search", "/v1/search", "query=");
    query("query: chat ids", "/v1/messages/search", "chatIDs=a&chatIDs=");
    query("query: cursor", "/v1/chats", "cursor=");
    query("query: enumeration", "/v1/chats", "direction=");
    query("query: date", "/v1/messages/search", "dateAfter=");
    query("query: number", "/v1/chats/search", "limit=");
    query("query: asset", "/v1/assets/serve", "url=");
    query("query: access token", "/v1/chats", "access_token=");
    query("query: unknown value", "/v1/chats", "filter=");
    path("query: unknown name", text -> "/v1/chats?" + encoded(text) + "=1");
    path("query: name alone", text -> "/v1/chats?" + encoded(text));
    query("query: of OAuth", "/oauth/authorize", "state=");
  }

  private void addRequestHeaders() {
    for (var name :
        List.of(
            "Authorization",
            "X-Beeper-Access-Token",
            "Cookie",
            "User-Agent",
            "Referer",
            "Origin",
            "X-Forwarded-For",
            "X-Custom",
            "Accept",
            "Accept-Encoding",
            "Content-Type",
            "Range",
            "If-None-Match",
            "X-Stainless-OS")) {
      header("header: " + name, name, text -> text);
    }
    header("header: bearer", "Authorization", text -> "Bearer " + text);
    header("header: boundary", "Content-Type", text -> "multipart/form-data; boundary=" + text);
    all.put(
        "header: name",
        (text, redactor) -> {
          var name = text.replaceAll("[^A-Za-z0-9-]", "-");
          return call(
              request("/v1/chats", HttpHeaders.none().with(name, "1"), ""), answer("{}"), redactor);
        });
  }

  private void addRequestBodies() {
    body("body: text", MESSAGES, "{\"text\":%s}");
    body("body: reply", MESSAGES, "{\"replyToMessageID\":%s}");
    body("body: attachment", MESSAGES, "{\"attachment\":{\"uploadID\":\"u1\",\"fileName\":%s}}");
    body("body: media type", MESSAGES, "{\"attachment\":{\"uploadID\":\"u1\",\"mimeType\":%s}}");
    body("body: unknown member", MESSAGES, "{\"text\":\"a\",\"extra\":{\"deep\":[%s]}}");
    body("body: key", MESSAGES, "{%s:1}");
    body("body: array", "/v1/chats", "{\"participantIDs\":[\"a\",%s]}");
    body("body: of no operation", "/v1/people", "{\"a\":{\"b\":%s}}");
    body("body: broken JSON", MESSAGES, "{\"text\":%s");
    body("body: bare text", MESSAGES, "%s");
    body("body: upload", "/v1/assets/upload/base64", "{\"content\":%s,\"fileName\":\"a.png\"}");
    body("body: path", CHATS, "{\"imgURL\":%s}");
    body("body: sign in", "/v1/app/setup/response", "{\"response\":%s,\"setupRequestID\":\"s\"}");
    body(
        "body: keys of a map",
        "/v1/bridges/b/login-sessions/s/steps/t",
        "{\"type\":\"user_input\",\"fields\":{%s:\"x\"}}");
    form("form: code", "grant_type=authorization_code&code=");
    form("form: unknown field", "grant_type=authorization_code&note=");
    part("part: name", text -> new BodyPart(text, null, null, bytes("x")));
    part("part: file name", text -> new BodyPart("file", text, "image/png", bytes("x")));
    part("part: media type", text -> new BodyPart("file", "a.png", text, bytes("x")));
    part("part: field", text -> new BodyPart("fileName", null, null, bytes(text)));
    part(
        "part: file",
        text ->
            new BodyPart("file", "a.jpg", "image/jpeg", bytes("\u00ff\u00d8\u00ff Exif " + text)));
  }

  private void addAnswerHeaders() {
    for (var name :
        List.of(
            "Set-Cookie",
            "Location",
            "ETag",
            "X-Beeper-Desktop-Version",
            "WWW-Authenticate",
            "Content-Disposition",
            "Content-Range",
            "Server",
            "Via",
            "Access-Control-Allow-Origin",
            "Retry-After",
            "Cache-Control",
            "X-Unknown")) {
      all.put(
          "answer header: " + name,
          (text, redactor) ->
              call(
                  request("/v1/chats", HttpHeaders.none(), ""),
                  new RecordedAnswer(200, HttpHeaders.none().with(name, text), bytes("{}")),
                  redactor));
    }
    all.put(
        "answer header: redirect with a code",
        (text, redactor) ->
            call(
                request("/oauth/authorize", HttpHeaders.none(), ""),
                new RecordedAnswer(
                    302,
                    HttpHeaders.none()
                        .with("Location", "http://127.0.0.1:9000/callback?code=" + encoded(text)),
                    new byte[0]),
                redactor));
    all.put(
        "answer header: file name",
        (text, redactor) ->
            call(
                request("/v1/assets/serve", HttpHeaders.none(), ""),
                new RecordedAnswer(
                    200,
                    HttpHeaders.none()
                        .with("Content-Disposition", "attachment; filename=\"" + text + "\""),
                    bytes("x")),
                redactor));
  }

  private void addAnswers() {
    for (var member :
        List.of(
            "id",
            "chatID",
            "senderID",
            "senderName",
            "timestamp",
            "sortKey",
            "type",
            "text",
            "linkedMessageID",
            "unknown")) {
      json(
          "message: " + member,
          MESSAGES,
          "{\"items\":[{\"%s\":%%s}],\"hasMore\":false}".formatted(member));
    }
    json("message: mention", MESSAGES, "{\"items\":[{\"mentions\":[%s]}]}");
    json("message: reaction", MESSAGES, "{\"items\":[{\"reactions\":[{\"reactionKey\":%s}]}]}");
    json(
        "message: attachment",
        MESSAGES,
        "{\"items\":[{\"attachments\":[{\"type\":\"img\",\"id\":%s}]}]}");
    json("message: source", MESSAGES, "{\"items\":[{\"attachments\":[{\"srcURL\":%s}]}]}");
    json("message: link", MESSAGES, "{\"items\":[{\"links\":[{\"url\":%s,\"title\":\"t\"}]}]}");
    json(
        "message: summary", MESSAGES, "{\"items\":[{\"links\":[{\"url\":\"u\",\"summary\":%s}]}]}");
    json("message: seen", MESSAGES, "{\"items\":[{\"seen\":{%s:true}}]}");
    json("message: cursor", MESSAGES, "{\"items\":[],\"oldestCursor\":%s}");
    json("chat: network", CHATS, "{\"network\":%s}");
    json("chat: title", CHATS, "{\"title\":%s}");
    json("chat: unread count", CHATS, "{\"unreadCount\":%s}");
    json("chat: capability", CHATS, "{\"capabilities\":{\"formatting\":{%s:2}}}");
    json(
        "person: phone",
        CHATS,
        "{\"participants\":{\"items\":[{\"id\":\"u\",\"phoneNumber\":%s}]}}");
    json("person: mail", CHATS, "{\"participants\":{\"items\":[{\"id\":\"u\",\"email\":%s}]}}");
    json("person: picture", CHATS, "{\"participants\":{\"items\":[{\"id\":\"u\",\"imgURL\":%s}]}}");
    json("info: host", "/v1/info", "{\"server\":{\"hostname\":%s}}");
    json("info: URL", "/v1/info", "{\"endpoints\":{\"spec\":%s}}");
    json("answer of no operation", "/v1/people", "{\"a\":[%s]}");
    json("array where an object is due", CHATS, "[%s]");
    json("text where an object is due", CHATS, "%s");
    status("error: message", 404, "{\"message\":%s,\"code\":\"NOT_FOUND\"}");
    status("error: code", 404, "{\"message\":\"m\",\"code\":%s}");
    status("error: details", 404, "{\"message\":\"m\",\"code\":\"c\",\"details\":{\"why\":%s}}");
    status(
        "error: issue",
        400,
        "{\"message\":\"m\",\"code\":\"c\",\"details\":{\"issues\":[{\"code\":\"c\",\"message\":\"m\",\"path\":[%s]}]}}");
    status("undeclared status", 299, "{\"a\":%s}");
    other("page", "text/html", text -> bytes("<html><!-- " + text + " --></html>"));
    other("plain text", "text/plain", Plantings::bytes);
    other("broken JSON", "application/json", text -> bytes("{\"title\":\"" + text));
    other("bytes", "image/jpeg", text -> bytes("\u00ff\u00d8\u00ff\u00e1Exif" + text));
    other("bytes without a type", "", text -> bytes("\u0089PNG tEXt " + text));
    other("packed bytes", "application/gzip", Plantings::zipped);
  }

  private void addEncodings() {
    encoded("text with base64", text -> "see " + base64(text));
    encoded("text with percent-encoding", text -> "see " + encoded(text));
    encoded(
        "text with HTML", text -> "<b title=\"" + html(text) + "\">x</b><i>" + html(text) + "</i>");
    encoded("text with a comment", text -> "a<!--" + text + "-->b");
    encoded(
        "text with JSON",
        text -> TextNode.valueOf("{\"a\":" + TextNode.valueOf(text) + "}").textValue());
    encoded(
        "text with a link",
        text -> "<a href=\"https://x.net/?q=" + encoded(text) + "\">" + html(text) + "</a>");
    encoded(
        "text with a mention",
        text -> "<a href=\"https://matrix.to/#/" + encoded(text) + "\">who</a>");
    encoded("text with an unknown tag", text -> "<font face=\"" + html(text) + "\">x</font>");
    encoded("text with half a tag", text -> "<a href=\"" + text);
    json(
        "cursor in base64",
        MESSAGES,
        "{\"items\":[],\"oldestCursor\":%s}",
        text -> base64("{\"id\":" + TextNode.valueOf(text) + "}"));
    json(
        "cursor in two parts",
        MESSAGES,
        "{\"items\":[],\"oldestCursor\":%s}",
        text -> "1790000000000|" + base64(text));
    json("data URL", CHATS, "{\"imgURL\":%s}", text -> "data:text/plain;base64," + base64(text));
    json(
        "URL in a URL",
        CHATS,
        "{\"imgURL\":%s}",
        text -> "http://127.0.0.1:1/v1/assets/serve?url=" + encoded("mxc://a.b/" + encoded(text)));
    json("fragment of a URL", CHATS, "{\"imgURL\":%s}", text -> "https://a.b/c#" + encoded(text));
  }

  private void addFrames() {
    frame(
        "frame: message",
        Sender.APP,
        "{\"type\":\"message.upserted\",\"seq\":1,\"entries\":[{\"text\":%s}]}");
    frame("frame: ids", Sender.APP, "{\"type\":\"message.deleted\",\"ids\":[%s]}");
    frame("frame: chat", Sender.APP, "{\"type\":\"chat.upserted\",\"chatID\":%s}");
    frame("frame: unknown member", Sender.APP, "{\"type\":\"chat.upserted\",\"accountName\":%s}");
    frame("frame: unknown type", Sender.APP, "{\"type\":\"presence.changed\",\"who\":%s}");
    frame("frame: type", Sender.APP, "{\"type\":%s}");
    frame("frame: key", Sender.APP, "{\"type\":\"presence.changed\",%s:1}");
    frame(
        "frame: error",
        Sender.APP,
        "{\"type\":\"error\",\"code\":\"INVALID_PAYLOAD\",\"message\":%s}");
    frame("frame: text", Sender.APP, "%s");
    frame("frame: no JSON", Sender.APP, "} %s");
    frame(
        "frame: request id",
        Sender.CLIENT,
        "{\"type\":\"subscriptions.set\",\"requestID\":%s,\"chatIDs\":[]}");
    frame(
        "frame: subscription", Sender.CLIENT, "{\"type\":\"subscriptions.set\",\"chatIDs\":[%s]}");
    frame("frame: of a client", Sender.CLIENT, "{\"type\":\"hello\",\"token\":%s}");
    socket(
        "upgrade: query",
        text -> request("/v1/ws?access_token=" + encoded(text), HttpHeaders.none(), ""));
    socket(
        "upgrade: protocol",
        text -> request("/v1/ws", HttpHeaders.none().with("Sec-WebSocket-Protocol", text), ""));
    all.put(
        "end: reason",
        (text, redactor) ->
            redactor.redact(new RecordedEnd(Duration.ZERO, Sender.APP, 1000, text)).reason());
  }

  private void path(String name, UnaryOperator<String> path) {
    all.put(
        name,
        (text, redactor) ->
            call(request(path.apply(text), HttpHeaders.none(), ""), answer("{}"), redactor));
  }

  private void query(String name, String path, String query) {
    path(name, text -> path + "?" + query + encoded(text));
  }

  private void header(String name, String header, UnaryOperator<String> value) {
    all.put(
        name,
        (text, redactor) -> {
          var headers = HttpHeaders.none().with(header, value.apply(text));
          return call(request("/v1/chats", headers, ""), answer("{}"), redactor);
        });
  }

  private void body(String name, String path, String template) {
    all.put(
        name,
        (text, redactor) -> {
          var headers = HttpHeaders.none().with("Content-Type", "application/json");
          var body = template.formatted(TextNode.valueOf(text));
          return call(request(path, headers, body), answer("{}"), redactor);
        });
  }

  private void form(String name, String template) {
    all.put(
        name,
        (text, redactor) -> {
          var headers =
              HttpHeaders.none().with("Content-Type", "application/x-www-form-urlencoded");
          var form = request("/oauth/token", headers, template + encoded(text));
          return call(form, answer("{}"), redactor);
        });
  }

  private void part(String name, Function<String, BodyPart> part) {
    all.put(
        name,
        (text, redactor) -> {
          var headers = HttpHeaders.none().with("Content-Type", "multipart/form-data; boundary=x");
          var upload =
              new ApiRequest(
                  "POST",
                  "/v1/assets/upload",
                  null,
                  headers,
                  bytes(text),
                  List.of(part.apply(text)));
          return call(upload, answer("{}"), redactor);
        });
  }

  private void json(String name, String path, String template) {
    json(name, path, template, text -> text);
  }

  private void json(String name, String path, String template, UnaryOperator<String> value) {
    all.put(
        name,
        (text, redactor) -> {
          var body = template.formatted(TextNode.valueOf(value.apply(text)));
          return call(get(path), answer(body), redactor);
        });
  }

  private void encoded(String name, UnaryOperator<String> value) {
    json(name, MESSAGES, "{\"items\":[{\"text\":%s}]}", value);
  }

  private void status(String name, int status, String template) {
    all.put(
        name,
        (text, redactor) -> {
          var body = bytes(template.formatted(TextNode.valueOf(text)));
          return call(get(CHATS), new RecordedAnswer(status, json(), body), redactor);
        });
  }

  private void other(String name, String type, Function<String, byte[]> body) {
    all.put(
        "answer: " + name,
        (text, redactor) -> {
          var headers =
              type.isEmpty() ? HttpHeaders.none() : HttpHeaders.none().with("Content-Type", type);
          return call(
              get("/v1/assets/serve"),
              new RecordedAnswer(200, headers, body.apply(text)),
              redactor);
        });
  }

  private void frame(String name, Sender sender, String template) {
    all.put(
        name,
        (text, redactor) -> {
          var raw = template.formatted(TextNode.valueOf(text));
          return redactor.redact(new RecordedFrame(Duration.ZERO, sender, raw)).text();
        });
  }

  private void socket(String name, Function<String, ApiRequest> upgrade) {
    all.put(
        name,
        (text, redactor) -> {
          var socket = new RecordedSocket(Duration.ZERO, upgrade.apply(text), List.of(), null);
          return told(redactor.redact(socket).upgrade());
        });
  }

  private static ApiRequest get(String path) {
    return new ApiRequest("GET", path, null, HttpHeaders.none(), new byte[0], List.of());
  }

  private static ApiRequest request(String target, HttpHeaders headers, String body) {
    var parts = target.split("\\?", 2);
    var query = parts.length == 1 ? null : parts[1];
    var method = body.isEmpty() ? "GET" : target.equals(CHATS) ? "PATCH" : "POST";
    return new ApiRequest(method, parts[0], query, headers, bytes(body), List.of());
  }

  private static RecordedAnswer answer(String json) {
    return new RecordedAnswer(200, json(), bytes(json));
  }

  private static HttpHeaders json() {
    return HttpHeaders.none().with("Content-Type", "application/json");
  }

  private static String call(ApiRequest request, RecordedAnswer answer, Redactor redactor) {
    var call = new RecordedCall(Duration.ZERO, Duration.ZERO, request, answer);
    var left = redactor.redact(call);
    return told(left.request())
        + "\n"
        + left.answer().headers()
        + "\n"
        + text(left.answer().body());
  }

  private static String told(ApiRequest request) {
    var told = new StringBuilder();
    told.append(request.method()).append(' ').append(request.rawPath());
    told.append('\n').append(request.rawQuery()).append('\n').append(request.headers());
    told.append('\n').append(text(request.body()));
    for (var part : request.parts()) {
      told.append('\n').append(part.name()).append('\n').append(part.fileName());
      told.append('\n').append(part.contentType()).append('\n').append(text(part.content()));
    }
    return told.toString();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text));
  }

  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static byte[] zipped(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(bytes(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
