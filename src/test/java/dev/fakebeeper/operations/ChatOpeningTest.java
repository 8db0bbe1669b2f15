package dev.fakebeeper.operations;

import static dev.fakebeeper.testing.AChat.aChat;
import static dev.fakebeeper.testing.AChat.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.Account;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatOpeningTest {
  private final TestWorld world = new TestWorld();
  private final FakeApi api = new FakeApi(world);
  private final Account whatsapp = world.state().requireAccount(TestWorld.WHATSAPP);

  @BeforeEach
  void contacts() {
    world.addContacts(
        TestWorld.WHATSAPP,
        user(whatsapp, "ann").withPhoneNumber("+15550142001"),
        user(whatsapp, "bo").withUsername("bo"),
        user(whatsapp, "cy").withCannotMessage(true));
  }

  @Test
  void starting_twice_finds_the_same_chat() {
    var first = start("{\"phoneNumber\":\"+1 (555) 014-2001\"}", "");
    var second = start("{\"id\":\"@ann:local-whatsapp.localhost\"}", "");

    assertThat(first.at("/status").asText()).isEqualTo("created");
    assertThat(second.at("/status").asText()).isEqualTo("existing");
    assertThat(second.at("/id").asText()).isEqualTo(first.at("/id").asText());
    assertThat(second.at("/chatID").asText()).isEqualTo(first.at("/id").asText());
    assertThat(first.at("/title").asText()).isEqualTo("Ann");
  }

  @Test
  void the_first_message_reaches_a_new_chat_and_is_dropped_in_an_existing_one() {
    var created = start("{\"username\":\"bo\"}", ",\"messageText\":\"*hi*\"");
    var existing = start("{\"username\":\"@bo\"}", ",\"messageText\":\"again\"");

    var path = "/v1/chats/" + created.at("/id").asText() + "/messages";
    assertThat(existing.status()).isEqualTo(200);
    assertThat(api.get(path).items("text")).containsExactly("<em>hi</em>");
  }

  @Test
  void without_an_identifier_the_request_is_invalid() {
    assertThat(start("{\"fullName\":\"Ann\"}", "").status()).isEqualTo(400);
    assertThat(start("{}", "").at("/details/issues/0/path/0").asText()).isEqualTo("user");
  }

  @Test
  void nobody_found_is_not_found() {
    assertThat(start("{\"username\":\"nobody\"}", "").status()).isEqualTo(404);
    assertThat(start("{\"id\":\"@nobody:x\"}", "").status()).isEqualTo(404);
  }

  @Test
  void whoever_cannot_be_messaged_is_refused() {
    assertThat(start("{\"id\":\"@cy:local-whatsapp.localhost\"}", "").status()).isEqualTo(403);
  }

  @Test
  void without_invitations_only_contacts_can_be_started_with() {
    assertThat(start("{\"phoneNumber\":\"+15550149999\"}", ",\"allowInvite\":false").status())
        .isEqualTo(403);
    assertThat(start("{\"phoneNumber\":\"+15550142001\"}", ",\"allowInvite\":false").status())
        .isEqualTo(200);
  }

  @Test
  void an_unknown_account_is_not_found() {
    var answer =
        api.post("/v1/chats/start", "{\"accountID\":\"no\",\"user\":{\"username\":\"bo\"}}");

    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void a_single_chat_takes_exactly_one_participant_and_is_found_again() {
    var there = world.add(aChat().with("ann"));

    var found = create("single", "[\"@ann:local-whatsapp.localhost\"]");
    var two =
        create("single", "[\"@ann:local-whatsapp.localhost\",\"@bo:local-whatsapp.localhost\"]");

    assertThat(found.at("/id").asText()).isEqualTo(there.id());
    assertThat(found.at("/status").asText()).isEqualTo("existing");
    assertThat(two.status()).isEqualTo(400);
  }

  @Test
  void a_group_is_always_new_and_may_have_a_title() {
    var people = "[\"@ann:local-whatsapp.localhost\",\"@bo:local-whatsapp.localhost\"]";

    var one = create("group", people + ",\"title\":\"Trip\"");
    var other = create("group", people);

    assertThat(one.at("/title").asText()).isEqualTo("Trip");
    assertThat(one.at("/participants/total").asInt()).isEqualTo(3);
    assertThat(other.at("/id").asText()).isNotEqualTo(one.at("/id").asText());
    assertThat(other.at("/title").asText()).isEqualTo("Ann, Bo");
  }

  @Test
  void an_unknown_participant_is_not_found() {
    assertThat(create("group", "[\"@nobody:x\"]").status()).isEqualTo(404);
    assertThat(create("group", "[]").status()).isEqualTo(400);
  }

  private FakeApi.Answer start(String user, String more) {
    return api.post(
        "/v1/chats/start",
        "{\"accountID\":\"" + TestWorld.WHATSAPP + "\",\"user\":" + user + more + "}");
  }

  private FakeApi.Answer create(String type, String participants) {
    return api.post(
        "/v1/chats",
        "{\"accountID\":\""
            + TestWorld.WHATSAPP
            + "\",\"type\":\""
            + type
            + "\",\"participantIDs\":"
            + participants
            + "}");
  }
}
