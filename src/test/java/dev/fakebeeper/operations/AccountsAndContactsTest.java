package dev.fakebeeper.operations;

import static dev.fakebeeper.testing.AChat.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.Account;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountsAndContactsTest {
  private static final String CONTACTS = "/v1/accounts/" + TestWorld.WHATSAPP + "/contacts";

  private final TestWorld world = new TestWorld();
  private final FakeApi api = new FakeApi(world);
  private final Account whatsapp = world.state().requireAccount(TestWorld.WHATSAPP);

  @Test
  void accounts_are_a_bare_array() {
    var answer = api.get("/v1/accounts");

    assertThat(answer.body().isArray()).isTrue();
    assertThat(answer.body().findValuesAsText("accountID"))
        .containsExactly(TestWorld.WHATSAPP, TestWorld.DISCORD);
    assertThat(answer.at("/0/network").asText()).isEqualTo("WhatsApp");
    assertThat(answer.at("/0/bridge/provider").asText()).isEqualTo("local");
    assertThat(answer.at("/0/status").asText()).isEqualTo("connected");
  }

  @Test
  void an_account_is_found_by_its_id_or_not_at_all() {
    assertThat(api.get("/v1/accounts/discordgo").at("/network").asText()).isEqualTo("Discord");
    assertThat(api.get("/v1/accounts/nobody").status()).isEqualTo(404);
  }

  @Test
  void contacts_are_walked_in_name_order_and_back() {
    IntStream.range(0, 7)
        .forEach(i -> world.addContacts(TestWorld.WHATSAPP, user(whatsapp, "p" + i)));

    var names = new ArrayList<String>();
    var page = api.get(CONTACTS + "/list?limit=3");
    names.addAll(page.items("fullName"));
    while (page.at("/hasMore").asBoolean()) {
      page = api.get(CONTACTS + "/list?limit=3&cursor=" + page.at("/oldestCursor").asText());
      names.addAll(page.items("fullName"));
    }
    var back =
        api.get(
            CONTACTS + "/list?limit=2&direction=after&cursor=" + page.at("/newestCursor").asText());

    assertThat(names).containsExactly("P0", "P1", "P2", "P3", "P4", "P5", "P6");
    assertThat(back.items("fullName")).containsExactly("P4", "P5");
  }

  @Test
  void contacts_are_filtered_while_they_are_walked() {
    world.addContacts(
        TestWorld.WHATSAPP,
        user(whatsapp, "anna"),
        user(whatsapp, "bo").withPhoneNumber("+15550142001"),
        user(whatsapp, "joanne"));

    assertThat(api.get(CONTACTS + "/list?query=ann").items("fullName"))
        .containsExactly("Anna", "Joanne");
    assertThat(api.get(CONTACTS + "/list?query=0142&limit=1").at("/hasMore").asBoolean()).isFalse();
  }

  @Test
  void the_search_finds_contacts_and_looks_up_what_is_well_formed() {
    world.addContacts(TestWorld.WHATSAPP, user(whatsapp, "ann").withPhoneNumber("+15550142001"));

    assertThat(api.get(CONTACTS + "?query=an").items("fullName")).containsExactly("Ann");
    assertThat(api.get(CONTACTS + "?query=%2B15550142001").items("fullName"))
        .containsExactly("Ann");
    assertThat(api.get(CONTACTS + "?query=%2B15550142999").items("phoneNumber"))
        .containsExactly("+15550142999");
    assertThat(api.get("/v1/accounts/discordgo/contacts?query=%40someone").items("username"))
        .containsExactly("someone");
    assertThat(api.get("/v1/accounts/discordgo/contacts?query=someone").at("/items")).isEmpty();
  }

  @Test
  void contacts_of_an_unknown_account_are_not_found() {
    assertThat(api.get("/v1/accounts/no/contacts?query=a").status()).isEqualTo(404);
    assertThat(api.get("/v1/accounts/no/contacts/list").status()).isEqualTo(404);
  }

  @Test
  void a_search_needs_a_query_and_a_list_a_good_cursor_and_limit() {
    assertThat(api.get(CONTACTS).status()).isEqualTo(400);
    assertThat(api.get(CONTACTS + "/list?cursor=x").status()).isEqualTo(400);
    assertThat(api.get(CONTACTS + "/list?limit=0").status()).isEqualTo(400);
    assertThat(api.get(CONTACTS + "/list?limit=201").status()).isEqualTo(400);
  }

  @Test
  void labels_are_sorted_by_name() {
    world.addLabel("l1", "Work");
    world.addLabel("l2", "Play");

    assertThat(api.get("/v1/labels").body().findValuesAsText("name"))
        .containsExactly("Play", "Work");
  }
}
