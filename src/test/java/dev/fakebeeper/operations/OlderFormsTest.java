package dev.fakebeeper.operations;

import static dev.fakebeeper.testing.AChat.aChat;
import static dev.fakebeeper.testing.AChat.user;
import static dev.fakebeeper.testing.AMessage.anOwnMessage;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.operations.FakeApi.Answer;
import dev.fakebeeper.testing.TestWorld;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What older builds answered in another form, or took in another form. */
class OlderFormsTest {
  private static final String CHATS = "/v1/chats";
  private static final String ANN = "@ann:local-whatsapp.localhost";

  private final TestWorld world = new TestWorld();

  @BeforeEach
  void contacts() {
    var whatsapp = world.state().requireAccount(TestWorld.WHATSAPP);
    world.addContacts(TestWorld.WHATSAPP, user(whatsapp, "ann").withUsername("ann"));
  }

  private FakeApi at(String version) {
    return new FakeApi(world, ApiVersion.of(version), OperationsSettings.defaults());
  }

  private static List<String> members(JsonNode body) {
    var names = new ArrayList<String>();
    body.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @CsvSource({
    "4.1.294, true",
    "4.2.556, true",
    "4.2.557, false",
    "4.2.807, false",
    "4.2.808, true",
    "4.3.89, true"
  })
  void the_network_of_an_account_was_gone_for_some_builds(String version, boolean there) {
    var account = at(version).get("/v1/accounts").at("/0");

    assertThat(account.has("network")).isEqualTo(there);
    assertThat(account.has("status")).isEqualTo(version.startsWith("4.3"));
  }

  @Test
  void an_edit_was_answered_by_the_id() {
    var chat = world.add(aChat().with(anOwnMessage().id("m1")));
    var path = CHATS + "/" + chat.id() + "/messages/m1";
    var old = edit("4.2.807", path);
    var whole = edit("4.2.808", path);

    assertThat(old.body().toString())
        .isEqualTo(
            "{\"chatID\":\"%s\",\"success\":true,\"messageID\":\"m1\"}".formatted(chat.id()));
    assertThat(members(whole.body())).contains("id", "text", "success", "messageID");
  }

  private Answer edit(String version, String path) {
    return at(version).put(path, "{\"text\":\"better\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.1.294", "4.2.557"})
  void a_new_chat_was_answered_by_its_id(String version) {
    var made = create(at(version), "");

    assertThat(members(made.body())).containsExactly("chatID");
    assertThat(world.state().requireChat(made.at("/chatID").asText()).participants()).hasSize(2);
  }

  private static Answer create(FakeApi api, String more) {
    return api.post(
        CHATS,
        "{\"accountID\":\"%s\",\"type\":\"single\",\"participantIDs\":[\"%s\"]%s}"
            .formatted(TestWorld.WHATSAPP, ANN, more));
  }

  @Test
  void a_chat_was_started_by_a_mode_of_creating() {
    var old = at("4.2.557");

    var made = start(old);
    var found = start(old);

    assertThat(made.at("/status").asText()).isEqualTo("created");
    assertThat(found.body().toString())
        .isEqualTo(
            "{\"chatID\":\"%s\",\"status\":\"existing\"}".formatted(made.at("/chatID").asText()));
  }

  private static Answer start(FakeApi api) {
    return api.post(
        CHATS,
        "{\"accountID\":\"%s\",\"mode\":\"start\",\"user\":{\"username\":\"ann\"}}"
            .formatted(TestWorld.WHATSAPP));
  }

  @Test
  void without_that_mode_a_chat_needs_what_it_always_needed() {
    var old = at("4.2.557");

    assertThat(members(create(old, ",\"mode\":\"create\"").body())).containsExactly("chatID");
    var nothing = old.post(CHATS, "{\"accountID\":\"" + TestWorld.WHATSAPP + "\"}");
    assertThat(nothing.status()).isEqualTo(400);
    assertThat(nothing.at("/details/issues/0/path/0").asText()).isEqualTo("type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.1.294", "4.2.556"})
  void builds_before_the_mode_pass_it_over(String version) {
    assertThat(start(at(version)).status()).isEqualTo(400);
    assertThat(create(at(version), ",\"mode\":\"start\"").status()).isEqualTo(200);
  }
}
