package dev.fakebeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.control.bridges.BundledBridges;
import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.BridgePlay;
import dev.fakebeeper.world.BridgeStatus;
import org.junit.jupiter.api.Test;

class BridgesOperationsTest {
  private static final String WHATSAPP = "/v1/bridges/local-whatsapp";
  private static final String LOGIN = WHATSAPP + "/logins/ba_Rk7pQ2";

  private final TestWorld world = BridgedWorld.withLogins();
  private final FakeApi api = new FakeApi(world);

  @Test
  void bridges_are_listed_with_their_accounts() {
    var answer = api.get("/v1/bridges");

    assertThat(answer.items("id")).hasSize(BundledBridges.all().size()).contains("telegram");
    assertThat(answer.items("network")).doesNotContain("");
    var whatsapp = api.get(WHATSAPP);
    assertThat(whatsapp.at("/accounts/0/accountID").asText()).isEqualTo(TestWorld.WHATSAPP);
    assertThat(whatsapp.at("/activeAccountCount").asInt()).isEqualTo(1);
    assertThat(whatsapp.at("/status").asText()).isEqualTo("available");
    assertThat(whatsapp.at("/provider").asText()).isEqualTo("local");
    assertThat(answer.body().get("items")).contains(whatsapp.body());
  }

  @Test
  void a_status_that_somebody_set_is_shown_with_its_text() {
    world
        .world()
        .run(
            tx ->
                BridgePlay.status(
                    tx, "telegram", BridgeStatus.TEMPORARILY_UNAVAILABLE, "Back soon"));

    var telegram = api.get("/v1/bridges/telegram");

    assertThat(telegram.at("/status").asText()).isEqualTo("temporarily_unavailable");
    assertThat(telegram.at("/statusText").asText()).isEqualTo("Back soon");
  }

  @Test
  void what_a_bridge_can_do_is_told_in_snake_case_with_every_way_named() {
    var can = api.get(WHATSAPP + "/capabilities").body();

    assertThat(json(can.toString())) // numbers have one type in text
        .isEqualTo(
            json(
                """
                {"group_creation": {"group": {"type_description": "group",
                    "avatar": {"allowed": true},
                    "disappear": {"allowed": true, "settings": {"types": ["", "after_send"],
                      "timers": [86400000, 604800000, 7776000000], "omit_empty_timer": true}},
                    "name": {"allowed": true, "required": true, "max_length": 100},
                    "participants": {"allowed": true, "required": true, "min_length": 1}}},
                 "resolve_identifier": {"any_phone": true, "contact_list": true, "create_dm": true,
                   "lookup_email": false, "lookup_phone": true, "lookup_username": false, "search": false}}
                """));
  }

  private static JsonNode json(String text) {
    return Json.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void every_bundled_bridge_has_answers_that_keep_the_contract() {
    for (var id : BundledBridges.all()) {
      var path = "/v1/bridges/" + id.id();
      assertThat(api.get(path).status()).isEqualTo(200);
      assertThat(api.get(path + "/capabilities").status()).isEqualTo(200);
      assertThat(api.get(path + "/login-flows").items("id"))
          .isEqualTo(id.flows().stream().map(flow -> flow.id()).toList());
      assertThat(api.get(path + "/logins").status()).isEqualTo(200);
    }
  }

  @Test
  void a_login_follows_from_its_accounts() {
    assertThat(api.get(WHATSAPP + "/logins").items("loginID")).containsExactly("ba_Rk7pQ2");
    assertThat(api.get("/v1/bridges/telegram/logins").at("/items")).isEmpty();

    world.world().run(tx -> BridgePlay.revoke(tx, "local-whatsapp", "ba_Rk7pQ2", "Signed out"));
    var login = api.get(LOGIN);

    assertThat(login.at("/status").asText()).isEqualTo("needs_login");
    assertThat(login.at("/statusText").asText()).isEqualTo("Signed out");
    assertThat(login.at("/accountIDs/0").asText()).isEqualTo(TestWorld.WHATSAPP);
    assertThat(login.at("/user/fullName").asText()).isEqualTo("Juno Tern");
    assertThat(login.at("/removeScopes")).hasSize(2);
  }

  @Test
  void a_login_is_removed_with_its_accounts() {
    var removed = api.post(LOGIN + "/remove", "{\"scope\": \"all-devices\"}");

    assertThat(removed.body())
        .isEqualTo(
            json(
                """
                {"bridgeID": "local-whatsapp", "loginID": "ba_Rk7pQ2", "scope": "all-devices",
                 "status": "removed", "affectedAccountIDs": ["local-whatsapp_ba_Rk7pQ2"]}
                """));
    assertThat(api.get("/v1/accounts/" + TestWorld.WHATSAPP).status()).isEqualTo(404);
    assertThat(api.get(LOGIN).status()).isEqualTo(404);
    assertThat(api.get(WHATSAPP).at("/activeAccountCount").asInt()).isZero();
  }

  @Test
  void a_removal_that_cannot_be_is_refused() {
    assertThat(api.post(LOGIN + "/remove", "{}").status()).isEqualTo(400);
    assertThat(api.post(LOGIN + "/remove", "{\"scope\": \"everywhere\"}").status()).isEqualTo(400);
    assertThat(api.post(WHATSAPP + "/logins/no/remove", "{\"scope\": \"all-devices\"}").status())
        .isEqualTo(404);
    assertThat(api.post("/v1/bridges/no/logins/x/remove", "{\"scope\": \"all-devices\"}").status())
        .isEqualTo(404);
    var signal = BridgedWorld.account(world, "local-signal", "ba_S");
    assertThat(
            api.post("/v1/bridges/local-signal/logins/ba_S/remove", "{\"scope\": \"all-devices\"}")
                .status())
        .isEqualTo(422);
    assertThat(api.get("/v1/accounts/" + signal.id()).status()).isEqualTo(200);
  }

  @Test
  void an_unknown_bridge_is_not_found_anywhere() {
    for (var path : new String[] {"", "/capabilities", "/login-flows", "/logins", "/logins/x"}) {
      assertThat(api.get("/v1/bridges/nothing" + path).status()).as(path).isEqualTo(404);
    }
    assertThat(api.get("/v1/bridges/no%20id").status()).isEqualTo(400);
  }
}
