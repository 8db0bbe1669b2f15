package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.control.ConsentPlan;
import dev.fakebeeper.control.actions.ActionFormat;
import dev.fakebeeper.control.scenarios.Scenarios;
import dev.fakebeeper.testing.Page;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** {@code docs/oauth.md} says what is there. */
class OAuthPageTest {
  private static final Page PAGE = Page.of("oauth.md");
  private static final String TEXT = PAGE.text();

  @Test
  void the_snippet_runs() throws Exception {
    try (var beeper = FakeBeeper.start()) {
      var world = beeper.world();
      world.oauth().addClient("bot", "Bot");
      var client = new Client(beeper);
      // snippet
      world.oauth().plan(plan -> plan.approves().tokensLiveFor(Duration.ofMinutes(10)));
      client.signIn(); // nobody has to press a button
      world.advance(Duration.ofMinutes(10)); // 401, "Token expired"

      world.oauth().plan(plan -> plan.waits());
      client.beginsToSignIn(); // its browser shows a page that waits
      URI back = world.oauth().approve(); // the user answers; the browser goes there
      // end

      assertThat(client.accounts()).contains("Token expired");
      assertThat(back.toString()).startsWith("http://x/cb?code=");
    }
    PAGE.showsSnippetOf(OAuthPageTest.class);
  }

  /** Signs in. */
  private static final class Client {
    private final FakeBeeper beeper;
    private String token = "";

    Client(FakeBeeper beeper) {
      this.beeper = beeper;
    }

    void signIn() throws Exception {
      var url = beginsToSignIn().headers().firstValue("Location").orElseThrow();
      var form =
          "grant_type=authorization_code&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk&code="
              + url.substring(url.indexOf("code=") + 5);
      var request =
          HttpRequest.newBuilder(beeper.baseUri().resolve("/oauth/token"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build();
      token = send(request).body().replaceFirst(".*\"access_token\":\"([^\"]*)\".*", "$1");
      assertThat(accounts()).startsWith("[");
    }

    HttpResponse<String> beginsToSignIn() throws Exception {
      var path =
          "/oauth/authorize?client_id=bot&response_type=code&redirect_uri=http%3A%2F%2Fx%2Fcb"
              + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
      return send(HttpRequest.newBuilder(beeper.baseUri().resolve(path)).build());
    }

    String accounts() throws Exception {
      return send(HttpRequest.newBuilder(beeper.baseUri().resolve("/v1/accounts"))
              .header("Authorization", "Bearer " + token)
              .build())
          .body();
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
  }

  @Test
  void every_operation_of_the_family_is_there() {
    assertThat(Contract.bundled().operations())
        .filteredOn(operation -> operation.tag().equals("OAuth"))
        .filteredOn(operation -> !operation.path().endsWith("protected-resource"))
        .hasSize(8)
        .allSatisfy(
            operation ->
                assertThat(TEXT).contains("`" + operation.method() + " " + operation.path() + "`"));
  }

  @Test
  void every_action_and_every_way_of_a_plan_is_there() {
    assertThat(ActionFormat.names())
        .filteredOn(name -> name.startsWith("consent") || name.startsWith("oauth"))
        .hasSize(4)
        .allSatisfy(name -> assertThat(TEXT).contains("`" + name + ": {"));
    assertThat(ConsentPlan.class.getDeclaredMethods())
        .filteredOn(method -> Modifier.isPublic(method.getModifiers()))
        .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
        .hasSizeGreaterThan(9)
        .allSatisfy(method -> assertThat(TEXT).contains("`" + method.getName() + "`"));
  }

  @Test
  void every_scenario_of_the_family_is_there() {
    assertThat(Scenarios.bundled())
        .filteredOn(name -> name.startsWith("oauth-"))
        .hasSize(6)
        .allSatisfy(
            name -> assertThat(TEXT).contains("[`%s`](scenarios.md#%s)".formatted(name, name)));
  }

  @Test
  void the_words_of_the_command_line_are_those_of_the_plan() throws IOException {
    var commandLine = Files.readString(Path.of("docs/command-line.md"));
    assertThat(Arrays.asList("ask", "approve", "deny", "wait"))
        .allSatisfy(
            word -> {
              assertThat(TEXT).contains("`answer: " + word + "`");
              assertThat(commandLine).contains("`" + word + "`");
            });
    assertThat(commandLine).contains("`refuse-redirect`");
  }
}
