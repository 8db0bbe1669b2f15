package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.OtherDevice;
import dev.fakebeeper.control.Refusal;
import dev.fakebeeper.control.Verifications.Wanted;
import dev.fakebeeper.live.Api.Answer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A world that is brought into one state of sign-in, setup or a verification. */
final class SetupStage implements AutoCloseable {
  static final List<String> STATES =
      List.of(
          "needs-login",
          "initializing",
          "needs-cross-signing-setup",
          "needs-verification",
          "needs-secrets",
          "needs-first-sync",
          "ready");

  /** The calls about one verification, with the action that allows each. */
  static final Map<String, String> CALLS = calls();

  static final Map<String, Consumer<SetupStage>> DEEDS = deeds();

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String SETUP = "/v1/app/setup";

  private final FakeWorld world;
  private final Api client;
  private final Api stranger;
  private String request = "sr_none";
  private String lead = "lead_none";
  private String verification = "vf_none";

  SetupStage(FakeBeeper beeper) {
    var name = "stage-" + COUNT.incrementAndGet();
    world = beeper.worlds().open(NewWorld.named(name).startingFrom("empty"));
    client = new Api(beeper, world.token());
    stranger = Api.withoutToken(beeper, name);
    world.setup().plan(plan -> plan.code("402913").otherDeviceWaits());
  }

  private static Map<String, String> calls() {
    var calls = new LinkedHashMap<String, String>();
    calls.put("accept", "accept");
    calls.put("sas/start", "sas.start");
    calls.put("sas/confirm", "sas.confirm");
    calls.put("qr/confirm-scanned", "qr.confirmScanned");
    calls.put("cancel", "cancel");
    return calls;
  }

  private static Map<String, Consumer<SetupStage>> deeds() {
    var deeds = new LinkedHashMap<String, Consumer<SetupStage>>();
    deeds.put("accept", stage -> stage.device().accept());
    deeds.put("start-sas", stage -> stage.device().startSas());
    deeds.put("scan", stage -> stage.device().scan());
    deeds.put("confirm", stage -> stage.device().confirm());
    deeds.put("mismatch", stage -> stage.device().mismatch());
    deeds.put("cancel", stage -> stage.device().cancel());
    deeds.put("expire", stage -> stage.device().expire());
    deeds.put("fail", stage -> stage.device().fail("m.unknown", "It broke"));
    return deeds;
  }

  void app(String state) {
    world.setup().goTo(state);
  }

  void signedOut() {
    app("needs-login");
  }

  void begun() {
    signedOut();
    request = stranger.post(SETUP + "/start", null).json().path("setupRequestID").asText();
  }

  void mailedTo(String address) {
    begun();
    assertThat(stranger.post(SETUP + "/email", mail(address)).status()).isEqualTo(204);
  }

  void asksToRegister() {
    mailedTo("new@example.org");
    lead = stranger.post(SETUP + "/response", code("402913")).json().path("leadToken").asText();
  }

  void ended() {
    mailedTo("owner@example.com");
    for (var i = 0; i < 3; i++) {
      assertThat(stranger.post(SETUP + "/response", code("1")).status()).isEqualTo(422);
    }
  }

  void runOut() {
    mailedTo("owner@example.com");
    after("PT30M");
  }

  void after(String span) {
    world.advance(Duration.parse(span));
  }

  String mail(String address) {
    return "{\"setupRequestID\":\"%s\",\"email\":\"%s\"}".formatted(request, address);
  }

  String code(String code) {
    return "{\"setupRequestID\":\"%s\",\"response\":\"%s\"}".formatted(request, code);
  }

  String registration(String username) {
    return "{\"setupRequestID\":\"%s\",\"leadToken\":\"%s\",\"username\":\"%s\",\"acceptTerms\":true}"
        .formatted(request, lead, username);
  }

  String knownKey() {
    return world.setup().recoveryKey().orElse("there is none");
  }

  String newKey() {
    var answer = client.post(SETUP + "/verification/recovery-key/reset", "{}");
    return answer.json().path("recoveryKey").asText("EsTn ONEO FFER ED");
  }

  /** A call without a token. */
  String open(String path, String body) {
    return told(() -> stranger.post(SETUP + path, body.isEmpty() ? null : body));
  }

  String unsigned(String path) {
    return told(() -> stranger.get(path));
  }

  String get(String path) {
    return told(() -> client.get(path));
  }

  String post(String path, String body) {
    return told(() -> client.post(SETUP + path, body.isEmpty() ? null : body));
  }

  String key(String path, String key) {
    return post("/verification/recovery-key" + path, "{\"recoveryKey\":\"" + key + "\"}");
  }

  String reset(String existing) {
    return post(
        "/verification/recovery-key/reset", "{\"existingRecoveryKey\":\"" + existing + "\"}");
  }

  String passes(String span) {
    var before = world.setup().state();
    after(span);
    var now = world.setup().state();
    return now.equals(before) ? "stays" : "→ `" + now + "`";
  }

  /** The status, and what the app came to. Only a wrong value may leave a trace. */
  private String told(Supplier<Answer> call) {
    var before = world.snapshot().toJson();
    var was = world.setup().state();
    var answer = call.get();
    if (answer.status() >= 400 && answer.status() != 422) {
      assertThat(world.snapshot().toJson()).isEqualTo(before);
    }
    var state = world.setup().state();
    return state.equals(was) ? "" + answer.status() : answer.status() + " → `" + state + "`";
  }

  void request() {
    verification = world.verifications().request(Wanted.byTheUsersPhone());
  }

  private void create() {
    var answer = client.post(SETUP + "/verifications", "{\"purpose\":\"login\"}");
    verification = answer.json().at("/verification/id").asText();
  }

  private OtherDevice device() {
    return world.verifications().otherDevice(verification);
  }

  private void ready() {
    app("needs-verification");
    create();
    device().accept();
  }

  private void comparing() {
    ready();
    device().startSas();
  }

  private void scanned() {
    ready();
    var data = device().verification().shownThere();
    client.post(SETUP + "/verifications/qr/scan", "{\"data\":\"" + data + "\"}");
  }

  private void act(String call) {
    var answer = client.post(SETUP + "/verifications/" + verification + "/" + call, null);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  /** Every state that a verification can be in. */
  static Map<String, Consumer<SetupStage>> verifications() {
    var states = new LinkedHashMap<String, Consumer<SetupStage>>();
    states.put("no such id", stage -> stage.app("needs-verification"));
    states.put(
        "`requested`, incoming",
        stage -> {
          stage.app("needs-verification");
          stage.request();
        });
    states.put(
        "`requested`, outgoing",
        stage -> {
          stage.app("needs-verification");
          stage.create();
        });
    states.put("`ready`", SetupStage::ready);
    states.put("`sas_ready`", SetupStage::comparing);
    states.put(
        "`sas_ready`, confirmed here",
        stage -> {
          stage.comparing();
          stage.act("sas/confirm");
        });
    states.put(
        "`sas_ready`, confirmed there",
        stage -> {
          stage.comparing();
          stage.device().confirm();
        });
    states.put(
        "`qr_scanned` by the other",
        stage -> {
          stage.ready();
          stage.device().scan();
        });
    states.put("`qr_scanned` by the client", SetupStage::scanned);
    states.put(
        "`done`",
        stage -> {
          stage.scanned();
          stage.device().confirm();
        });
    states.put(
        "`cancelled`",
        stage -> {
          stage.ready();
          stage.act("cancel");
        });
    states.put(
        "`error`",
        stage -> {
          stage.ready();
          stage.device().fail("m.unknown", "It broke");
        });
    states.put(
        "an hour after the end",
        stage -> {
          stage.ready();
          stage.act("cancel");
          stage.after("PT1H");
        });
    return states;
  }

  String available() {
    var actions = Play.texts(read().json().at("/verification/availableActions"));
    return actions.isEmpty() ? "" : "`" + String.join("`, `", actions) + "`";
  }

  private Answer read() {
    return client.get(SETUP + "/verifications/" + verification);
  }

  String verification(String call) {
    return shown(call.isEmpty() ? read() : client.post(path(call), null));
  }

  private String path(String call) {
    return SETUP + "/verifications/" + verification + "/" + call;
  }

  /** What is available is taken, and nothing else is. */
  String checked(Map.Entry<String, String> call) {
    var isAvailable =
        Play.texts(read().json().at("/verification/availableActions")).contains(call.getValue());
    var before = world.snapshot().toJson();
    var answer = client.post(path(call.getKey()), null);
    assertThat(answer.status()).as(call.getKey()).isEqualTo(isAvailable ? 200 : 409);
    if (!isAvailable) {
      assertThat(world.snapshot().toJson()).isEqualTo(before);
    }
    return shown(answer);
  }

  String scan() {
    var shown =
        verification.equals("vf_none") || read().status() == 404
            ? null
            : device().verification().shownThere();
    return shown(
        client.post(
            SETUP + "/verifications/qr/scan",
            "{\"data\":\"" + (shown == null ? "nothing" : shown) + "\"}"));
  }

  private String shown(Answer answer) {
    if (answer.status() >= 400) {
      return "" + answer.status();
    }
    JsonNode json = answer.json();
    assertThat(client.get(SETUP + "/verifications").json().path("items"))
        .allSatisfy(item -> assertThat(item.path("availableActions")).isNotEmpty());
    var isOpen = !json.at("/verification/availableActions").isEmpty();
    assertThat(json.path("session").has("verification")).isEqualTo(isOpen);
    return "`" + json.at("/verification/state").asText() + "`";
  }

  /** What others do: the state that comes of it, or why it cannot be. */
  String other(Runnable deed) {
    var before = world.snapshot().toJson();
    try {
      deed.run();
    } catch (RuntimeException refused) {
      assertThat(world.snapshot().toJson()).isEqualTo(before);
      return Refusal.of(refused)
          .orElseThrow(() -> refused)
          .reason()
          .name()
          .toLowerCase(Locale.ROOT);
    }
    return "`" + device().verification().state() + "`";
  }

  @Override
  public void close() {
    world.close();
  }
}
