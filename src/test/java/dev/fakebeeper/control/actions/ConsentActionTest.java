package dev.fakebeeper.control.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.OAuth;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceReader;
import dev.fakebeeper.world.ClientFacts;
import dev.fakebeeper.world.ConsentRequest;
import dev.fakebeeper.world.ConsentRules;
import dev.fakebeeper.world.OAuthPlan;
import dev.fakebeeper.world.Scopes;
import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldException;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentActionTest {
  private final Worlds worlds = new Worlds();
  private final FakeWorld fake =
      new FakeWorlds(worlds, WorldRules.defaults()).open(NewWorld.named("actions"));
  private final World world = worlds.find("actions").orElseThrow();

  @AfterEach
  void close() {
    worlds.close();
  }

  @Test
  void a_plan_changes_what_it_names_and_keeps_the_rest() throws IOException {
    run("consent: {answer: wait, codeLifetime: 1m}");
    run("consent: {grants: [read], questionLifetime: 2m, tokenLifetime: PT3H, reuse: keeps}");

    assertThat(world.read().oauth().plan())
        .isEqualTo(
            new OAuthPlan(
                OAuthPlan.Answer.WAIT,
                Set.of(Token.Scope.READ),
                Duration.ofMinutes(2),
                Duration.ofMinutes(1),
                Duration.ofHours(3),
                OAuthPlan.OnReuse.KEEP));
    run("consent: {answer: ask, reuse: revokes, grants: [read, write]}");
    assertThat(world.read().oauth().plan().answer()).isEqualTo(OAuthPlan.Answer.PAGE);
    assertThat(world.read().oauth().plan().onReuse()).isEqualTo(OAuthPlan.OnReuse.REVOKE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "deny", "refuseRedirect"})
  void each_answer_has_its_word(String word) throws IOException {
    run("consent: {answer: " + word + "}");

    assertThat(world.read().oauth().plan().answer().name().replace("_", ""))
        .isEqualToIgnoringCase(word);
  }

  @Test
  void a_client_is_known_by_the_id_it_chose() throws IOException {
    var made =
        run("oauthClient: {clientID: raycast, name: Raycast, redirectURIs: ['http://x/cb']}");

    assertThat(made.ids().get("clientID")).containsExactly("raycast");
    assertThat(fake.oauth().clients())
        .containsExactly(new OAuth.Client("raycast", "Raycast", List.of("http://x/cb")));
    assertThatThrownBy(
            () -> run("oauthClient: {clientID: bad, name: Bad, redirectURIs: ['nowhere']}"))
        .isInstanceOf(WorldException.class)
        .hasMessageContaining("must be an absolute URI");
  }

  @Test
  void the_user_approves_a_part_or_refuses() throws IOException {
    run("consent: {answer: wait}");
    run("oauthClient: {clientID: raycast, name: Raycast}");
    ask("one");

    var approved = run("consentApproval: {scopes: [read]}");
    assertThat(approved.ids().get("redirectTo").get(0)).startsWith("http://x/cb?code=");
    assertThat(world.read().oauth().codes().values())
        .singleElement()
        .satisfies(code -> assertThat(code.scopes()).containsExactly(Token.Scope.READ));
    ask("two");
    assertThatThrownBy(() -> run("consentDenial: {clientID: raycast}"))
        .isInstanceOf(WorldException.class)
        .hasMessage("There are 2 questions; name one by its id");
    var second =
        fake.oauth().questions().stream().filter(one -> !one.answered()).findFirst().orElseThrow();
    var denied = run("consentDenial: {questionID: " + second.id() + "}");
    assertThat(denied.ids().get("redirectTo"))
        .containsExactly("http://x/cb?error=access_denied&state=two");
  }

  @Test
  void without_a_question_there_is_no_answer() {
    assertThatThrownBy(() -> run("consentApproval: {}"))
        .isInstanceOf(WorldException.class)
        .hasMessage("Question not found: none waits");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "consent: {answer: maybe}",
        "consent: {tokenLifetime: 0s}",
        "consent: {grants: [admin]}",
        "consent: {reuse: perhaps}",
        "consent: {lifetime: 1h}",
        "oauthClient: {clientID: raycast}",
        "consentApproval: {questionID: a, clientID: b}",
        "consentDenial: {scopes: [read]}"
      })
  void what_makes_no_sense_is_refused(String action) {
    assertThatThrownBy(() -> run(action)).isInstanceOf(SourceException.class);
  }

  private void ask(String state) {
    var wish =
        new ConsentRequest.Wish(
            new ClientFacts("raycast", "Raycast", null, null),
            "http://x/cb",
            state,
            Scopes.all(),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
            null);
    world.change(tx -> ConsentRules.ask(tx, "actions", wish));
  }

  private Outcome run(String yaml) throws IOException {
    var bytes = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    return ActionFormat.read(SourceReader.read("test.yaml", bytes)).run(fake);
  }
}
