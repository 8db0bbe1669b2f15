package dev.fakebeeper.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A headless Chromium, driven by its DevTools protocol. */
final class Browser implements AutoCloseable, WebSocket.Listener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private final WebSocket socket;
  private int sent;

  private Browser(Process process, URI page) {
    this.process = process;
    this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, this).join();
    call("Page.enable", Map.of());
  }

  /** The program, if this machine has it. */
  static Optional<Path> program() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts one.
   *
   * @param profile an empty folder for what it keeps
   */
  static Browser start(Path program, Path profile, String... options) throws IOException {
    var command = new ArrayList<String>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-dev-shm-usage",
            "--window-size=900,760",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile));
    command.addAll(List.of(options));
    command.add("about:blank");
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("chromium.log").toFile())
            .start();
    try {
      return new Browser(process, page(profile));
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** The one page that is open. */
  private static URI page(Path profile) {
    var port = profile.resolve("DevToolsActivePort");
    var list =
        Awaitility.await()
            .atMost(PATIENCE)
            .ignoreExceptions()
            .until(() -> pages(Files.readAllLines(port).get(0)), pages -> !pages.isEmpty());
    return URI.create(list.get(0));
  }

  private static List<String> pages(String port) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json")).build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    var pages = new ArrayList<String>();
    for (var target : JSON.readTree(answer)) {
      if (target.path("type").asText().equals("page")) {
        pages.add(target.path("webSocketDebuggerUrl").asText());
      }
    }
    return pages;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      try {
        var message = JSON.readTree(text.toString());
        var waiting = answers.remove(message.path("id").asInt());
        if (waiting != null) {
          waiting.complete(message);
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      } finally {
        text.setLength(0);
      }
    }
    from.request(1);
    return null;
  }

  private JsonNode call(String method, Map<String, ?> parameters) {
    var id = ++sent;
    var answer = new CompletableFuture<JsonNode>();
    answers.put(id, answer);
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    socket.sendText(message.toString(), true).join();
    var told = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    if (told.has("error")) {
      throw new AssertionError(method + ": " + told);
    }
    return told.path("result");
  }

  /** Opens a URL, without waiting for what is there. */
  void open(String url) {
    call("Page.navigate", Map.of("url", url));
  }

  /** The value of a JavaScript expression on the page; that works where the page may run none. */
  JsonNode evaluate(String expression) {
    var result = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    return result.at("/result/value");
  }

  /** The text of the first element that a selector finds, empty when there is none. */
  String text(String selector) {
    return evaluate("(document.querySelector('" + selector + "')||{}).textContent||''").asText();
  }

  void awaitText(String selector, String expected) {
    Awaitility.await().atMost(PATIENCE).until(() -> text(selector).contains(expected));
  }

  /** Presses a key as a person would, such as {@code Tab}, {@code Enter} or a space. */
  void press(String key) {
    var code = key.equals(" ") ? 32 : key.equals("Enter") ? 13 : 9;
    var typed = key.equals("Tab") ? "" : key.equals("Enter") ? "\r" : key;
    var down = Map.of("type", "keyDown", "key", key, "windowsVirtualKeyCode", code, "text", typed);
    call("Input.dispatchKeyEvent", down);
    call(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
  }

  /** Forbids or allows the scripts of pages. */
  void scripts(boolean on) {
    call("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  /** What assistive technology is told of the page: role and name of each element. */
  List<String> accessibilityTree() {
    var all = new ArrayList<String>();
    for (var node : call("Accessibility.getFullAXTree", Map.of()).path("nodes")) {
      if (!node.path("ignored").asBoolean()) {
        all.add(node.at("/role/value").asText() + " " + node.at("/name/value").asText());
      }
    }
    return all;
  }

  void screenshot(Path png) throws IOException {
    var shot = call("Page.captureScreenshot", Map.of("format", "png"));
    Files.write(png, Base64.getDecoder().decode(shot.path("data").asText()));
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
