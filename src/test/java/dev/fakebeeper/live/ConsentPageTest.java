package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.fakebeeper.FakeBeeper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that asks, as a person with a browser meets it; skipped where there is no Chromium. */
class ConsentPageTest {
  private static final String SCREENSHOTS = "fakebeeper.screenshots";

  @TempDir private static Path profile;
  private static FakeBeeper beeper;
  private static Browser browser;
  private static HttpServer callback;
  private static final BlockingQueue<String> SENT = new LinkedBlockingQueue<>();

  private final SignIn client = SignIn.at(beeper);
  private String id;

  @BeforeAll
  static void start() throws IOException {
    var program = Browser.program();
    if (program.isEmpty()) {
      System.out.println("ConsentPageTest skipped: no Chromium here (apt-get install chromium)");
    }
    assumeTrue(program.isPresent(), "no Chromium");
    beeper = FakeBeeper.start();
    browser = Browser.start(program.get(), profile);
    callback = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    callback.createContext(
        "/callback",
        exchange -> {
          SENT.add(exchange.getRequestURI().toString());
          var bytes = "<h1>Signed in</h1>".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    callback.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
      callback.stop(0);
      beeper.close();
    }
  }

  @BeforeEach
  void ask() {
    beeper.world().reset();
    SENT.clear();
    id = client.register("Garden <b>bot</b> & friends");
  }

  @AfterEach
  void scripts() {
    browser.scripts(true);
  }

  private String url() {
    var question = SignIn.question(id);
    question.put(
        "redirect_uri", "http://127.0.0.1:" + callback.getAddress().getPort() + "/callback");
    return beeper.baseUri() + "/oauth/authorize?" + SignIn.form(question);
  }

  private void open() {
    browser.open(url());
    browser.awaitText("h1", "wants to use Beeper Desktop API");
  }

  private static Map<String, String> sent() throws InterruptedException {
    var path = SENT.poll(30, TimeUnit.SECONDS);
    assertThat(path).as("what the browser brought to the client").isNotNull();
    browser.awaitText("h1", "Signed in");
    return SignIn.parameters(path);
  }

  private void screenshot(String name) throws IOException {
    var folder = System.getProperty(SCREENSHOTS);
    if (folder != null) {
      browser.screenshot(Path.of(folder, name + ".png"));
    }
  }

  @Test
  void a_person_without_scripts_approves_with_the_keyboard_alone() throws Exception {
    browser.scripts(false);
    open();
    screenshot("question");

    browser.press("Tab"); // to the tick of writing
    browser.press("Tab"); // to Deny
    browser.press("Tab"); // to Approve
    screenshot("focus");
    browser.press("Enter");

    var sent = sent();
    assertThat(sent).containsEntry("state", "st 1/ü");
    var token = client.token(id, sent.get("code"), callbackUri()).json();
    assertThat(token.path("scope").asText()).isEqualTo("read write");
    var about = client.introspect(token.path("access_token").asText()).json();
    assertThat(about.at("/client/user_agent").asText()).contains("Chrome");
  }

  private String callbackUri() {
    return "http://127.0.0.1:" + callback.getAddress().getPort() + "/callback";
  }

  @Test
  void what_is_unticked_is_not_granted() throws Exception {
    open();

    browser.press("Tab");
    browser.press(" "); // takes the tick away
    browser.press("Tab");
    browser.press("Tab");
    browser.press("Enter");

    var token = client.token(id, sent().get("code"), callbackUri()).json();
    assertThat(token.path("scope").asText()).isEqualTo("read");
  }

  @Test
  void a_person_denies() throws Exception {
    open();

    browser.evaluate("document.querySelector('button[value=deny]').click()");

    assertThat(sent()).containsEntry("error", "access_denied").doesNotContainKey("code");
  }

  @Test
  void assistive_technology_is_told_what_is_asked_and_what_can_be_done() {
    open();

    assertThat(browser.accessibilityTree())
        .contains(
            "main ",
            "heading Garden <b>bot</b> & friends wants to use Beeper Desktop API",
            "group It may",
            "checkbox Read your accounts, chats and messages",
            "checkbox Send, edit, react, archive and set reminders",
            "button Deny",
            "button Approve")
        .anyMatch(node -> node.startsWith("RootWebArea Garden <b>bot</b> & friends"));
    assertThat(browser.evaluate("document.documentElement.lang").asText()).isEqualTo("en");
  }

  @Test
  void the_page_loads_nothing_from_elsewhere_and_its_style_is_let_in() {
    open();

    assertThat(browser.evaluate("performance.getEntriesByType('resource').length").asInt())
        .isZero();
    assertThat(browser.evaluate("getComputedStyle(document.body).display").asText())
        .isEqualTo("grid");
    assertThat(browser.evaluate("document.querySelectorAll('b, script').length").asInt()).isZero();
  }

  @Test
  void a_page_that_waits_goes_on_by_itself_once_the_test_has_answered() throws Exception {
    beeper.world().oauth().plan(plan -> plan.waits());
    browser.scripts(false);
    open();
    screenshot("waiting");
    assertThat(browser.evaluate("document.querySelectorAll('button').length").asInt()).isZero();

    beeper.world().oauth().approve();

    assertThat(sent().get("code")).startsWith("code-");
  }

  @Test
  void a_request_that_cannot_be_answered_says_why_and_goes_nowhere() throws Exception {
    id = "client-nobody";

    browser.open(url());
    browser.awaitText("h1", "This request cannot be answered");
    screenshot("refusal");

    assertThat(browser.text("#said")).contains("client-nobody");
    assertThat(List.copyOf(SENT)).isEmpty();
  }
}
