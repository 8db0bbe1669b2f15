package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every call and every deed of others in every state of sign-in, setup and verifications, over
 * HTTP. What comes of each stands in {@code docs/setup.md}, which {@code -Dfakebeeper.write=true}
 * writes anew. A refusal must leave no trace, and what a verification lists as available must be
 * what is taken.
 */
class SetupWalkTest {
  private static final Path PAGE = Path.of("docs/setup.md");
  private static FakeBeeper beeper;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  /** What is done to a world that is in some state; the cell of the table. */
  private interface Step {
    String in(SetupStage stage);
  }

  @Test
  void signing_in_in_every_state_of_a_sign_in() {
    Map<String, Consumer<SetupStage>> states = new LinkedHashMap<>();
    states.put("nothing begun", SetupStage::signedOut);
    states.put("begun", stage -> stage.begun());
    states.put("mailed to a user", stage -> stage.mailedTo("owner@example.com"));
    states.put("mailed to somebody new", stage -> stage.mailedTo("new@example.org"));
    states.put("has to register", stage -> stage.asksToRegister());
    states.put("3 wrong codes", stage -> stage.ended());
    states.put("half an hour later", stage -> stage.runOut());
    states.put("signed in", stage -> stage.app("ready"));
    Map<String, Step> steps = new LinkedHashMap<>();
    steps.put("`start`", stage -> stage.open("/start", ""));
    steps.put("`email`", stage -> stage.open("/email", stage.mail("owner@example.com")));
    steps.put("`response`, right code", stage -> stage.open("/response", stage.code("402913")));
    steps.put("`response`, wrong code", stage -> stage.open("/response", stage.code("1")));
    steps.put(
        "`response`, expired code",
        stage -> {
          stage.after("PT10M");
          return stage.open("/response", stage.code("402913"));
        });
    steps.put("`register`", stage -> stage.open("/register", stage.registration("juno")));
    steps.put(
        "`register`, name taken",
        stage -> stage.open("/register", stage.registration("robin.ashdown")));
    steps.put(
        "`register`, impossible name",
        stage -> stage.open("/register", stage.registration("Juno Tern")));
    steps.put(
        "`register`, other lead token",
        stage -> stage.open("/register", stage.registration("juno").replace("lead_", "l_")));
    check("sign-in", table(states, steps));
  }

  @Test
  void recovery_keys_and_all_else_in_every_state_of_the_app() {
    Map<String, Consumer<SetupStage>> states = new LinkedHashMap<>();
    for (var state : SetupStage.STATES) {
      states.put("`" + state + "`", stage -> stage.app(state));
    }
    Map<String, Step> steps = new LinkedHashMap<>();
    steps.put("`GET /v1/app/setup` without a token", stage -> stage.unsigned("/v1/app/setup"));
    steps.put("`GET /v1/app/setup`", stage -> stage.get("/v1/app/setup"));
    steps.put("any other call with a token", stage -> stage.get("/v1/chats"));
    steps.put("`GET …/verifications`", stage -> stage.get("/v1/app/setup/verifications"));
    steps.put("`POST …/verifications`", stage -> stage.post("/verifications", "{}"));
    steps.put("recovery key", stage -> stage.key("", stage.knownKey()));
    steps.put("recovery key, wrong", stage -> stage.key("", "EsTw RONG"));
    steps.put("`reset`", stage -> stage.post("/verification/recovery-key/reset", "{}"));
    steps.put("`reset`, wrong existing key", stage -> stage.reset("EsTw RONG"));
    steps.put("`confirm`, new key", stage -> stage.key("/reset/confirm", stage.newKey()));
    steps.put(
        "`confirm`, another key",
        stage -> {
          stage.newKey();
          return stage.key("/reset/confirm", "EsTw RONG");
        });
    steps.put("`confirm`, none asked for", stage -> stage.key("/reset/confirm", "EsTw RONG"));
    steps.put("another device asks", stage -> stage.other(() -> stage.request()));
    steps.put("2 s pass", stage -> stage.passes("PT2S"));
    steps.put("10 s pass", stage -> stage.passes("PT10S"));
    check("setup", table(states, steps));
  }

  @Test
  void what_the_client_does_in_every_state_of_a_verification() {
    Map<String, Step> steps = new LinkedHashMap<>();
    steps.put("available", SetupStage::available);
    steps.put("read", stage -> stage.verification(""));
    for (var call : SetupStage.CALLS.entrySet()) {
      steps.put("`" + call.getKey() + "`", stage -> stage.checked(call));
    }
    steps.put("`qr/scan`", SetupStage::scan);
    check("verifications", transposed(SetupStage.verifications(), steps));
  }

  @Test
  void what_the_other_device_does_in_every_state_of_a_verification() {
    Map<String, Step> steps = new LinkedHashMap<>();
    SetupStage.DEEDS.forEach(
        (name, deed) ->
            steps.put("`" + name + "`", stage -> stage.other(() -> deed.accept(stage))));
    check("other-device", transposed(SetupStage.verifications(), steps));
  }

  private static String table(Map<String, Consumer<SetupStage>> states, Map<String, Step> steps) {
    var table = header("", List.copyOf(states.keySet()));
    steps.forEach(
        (name, step) -> {
          table.append("| ").append(name).append(" |");
          states
              .values()
              .forEach(state -> table.append(' ').append(cell(state, step)).append(" |"));
          table.append('\n');
        });
    return table.toString();
  }

  private static String transposed(
      Map<String, Consumer<SetupStage>> states, Map<String, Step> steps) {
    var table = header("state", List.copyOf(steps.keySet()));
    states.forEach(
        (name, state) -> {
          table.append("| ").append(name).append(" |");
          steps.values().forEach(step -> table.append(' ').append(cell(state, step)).append(" |"));
          table.append('\n');
        });
    return table.toString();
  }

  private static StringBuilder header(String corner, List<String> names) {
    return new StringBuilder(
        "| %s | %s |\n|%s\n"
            .formatted(corner, String.join(" | ", names), " --- |".repeat(names.size() + 1)));
  }

  private static String cell(Consumer<SetupStage> state, Step step) {
    try (var stage = new SetupStage(beeper)) {
      state.accept(stage);
      return step.in(stage);
    }
  }

  private static void check(String name, String table) {
    try {
      var page = Files.readString(PAGE);
      var mark = "<!-- table: " + name + " -->\n";
      var begin = page.indexOf(mark) + mark.length();
      var end = page.indexOf("<!-- end -->", begin);
      if (Boolean.getBoolean("fakebeeper.write")) {
        Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
        return;
      }
      assertThat(page.substring(begin, end))
          .as("mvn test -Dtest=SetupWalkTest -Dfakebeeper.write=true writes it anew")
          .isEqualTo(table);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
