package dev.fakebeeper.operations;

import static dev.fakebeeper.testing.AChat.aChat;
import static dev.fakebeeper.testing.AChat.aGroup;
import static dev.fakebeeper.testing.AMessage.aMessage;
import static dev.fakebeeper.testing.AMessage.anOwnMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.MessageType;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchOperationsTest {
  private static final String SEARCH = "/v1/messages/search";

  private final TestWorld world = new TestWorld();
  private final FakeApi api = new FakeApi(world);

  @Test
  void without_any_parameter_everything_comes_newest_first_with_the_chats_around_it() {
    var one = world.add(aChat().with(aMessage().saying("1").at("2026-06-01T00:00:00Z")));
    var two = world.add(aChat().with(aMessage().saying("2").at("2026-06-02T00:00:00Z")));

    var page = api.get(SEARCH);

    assertThat(page.items("text")).containsExactly("2", "1");
    assertThat(page.at("/chats").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(one.id(), two.id());
  }

  @Test
  void words_are_those_that_a_reader_sees() {
    world.add(aChat().with(aMessage().saying("<b>fer</b>ry &amp; bus at six")));

    assertThat(api.get(SEARCH + "?query=SIX+ferry").at("/items")).hasSize(1);
    assertThat(api.get(SEARCH + "?query=%26").at("/items")).hasSize(1);
    assertThat(api.get(SEARCH + "?query=amp").at("/items")).isEmpty();
    assertThat(api.get(SEARCH + "?query=b").at("/items")).isEmpty();
    assertThat(api.get(SEARCH + "?query=fer").at("/items")).isEmpty();
    assertThat(api.get(SEARCH + "?query=").at("/items")).hasSize(1);
  }

  @Test
  void parts_of_words_are_found_when_set_so() {
    world.add(aChat().with(aMessage().saying("ferry")));
    var settings =
        OperationsSettings.defaults().withWordMatch(OperationsSettings.WordMatch.SUBSTRING);

    var page = new FakeApi(world, ApiVersion.latest(), settings).get(SEARCH + "?query=fer");

    assertThat(page.at("/items")).hasSize(1);
  }

  @Test
  void senders_are_me_others_or_somebody() {
    world.add(
        aGroup("ann", "bo")
            .with(anOwnMessage().saying("mine"), aMessage().from("ann").saying("ann's"))
            .with(aMessage().from("bo").saying("bo's")));

    assertThat(api.get(SEARCH + "?sender=me").items("text")).containsExactly("mine");
    assertThat(api.get(SEARCH + "?sender=others").items("text")).containsExactly("bo's", "ann's");
    assertThat(api.get(SEARCH + "?sender=%40ann:local-whatsapp.localhost").items("text"))
        .containsExactly("ann's");
  }

  @Test
  void dates_are_strict() {
    world.add(
        aChat()
            .with(aMessage().saying("1").at("2026-06-01T00:00:00.000Z"))
            .with(aMessage().saying("2").at("2026-06-01T00:00:00.001Z"))
            .with(aMessage().saying("3").at("2026-06-01T00:00:00.002Z")));

    var page =
        api.get(SEARCH + "?dateAfter=2026-06-01T00:00:00Z&dateBefore=2026-06-01T00:00:00.002Z");

    assertThat(page.items("text")).containsExactly("2");
    assertThat(api.get(SEARCH + "?dateAfter=2026-06-01T00:00:00").status()).isEqualTo(400);
  }

  @Test
  void media_types_are_alternatives() {
    world.add(
        aChat()
            .with(aMessage().saying("see https://example.com"))
            .with(aMessage().saying("pic").with(MessageType.IMAGE, Attachment.Kind.IMG))
            .with(aMessage().saying("film").with(MessageType.VIDEO, Attachment.Kind.VIDEO))
            .with(aMessage().saying("doc").with(MessageType.FILE, Attachment.Kind.UNKNOWN))
            .with(aMessage().saying("plain")));

    assertThat(api.get(SEARCH + "?mediaTypes=image&mediaTypes=video").items("text"))
        .containsExactly("film", "pic");
    assertThat(api.get(SEARCH + "?mediaTypes=file").items("text")).containsExactly("doc");
    assertThat(api.get(SEARCH + "?mediaTypes=link").at("/items")).hasSize(1);
    assertThat(api.get(SEARCH + "?mediaTypes=any").at("/items")).hasSize(4);
    assertThat(api.get(SEARCH + "?mediaTypes=song").status()).isEqualTo(400);
  }

  @Test
  void chats_narrow_the_search_by_id_local_id_type_account_and_standing() {
    var low = world.add(aChat().lowPriority().with(aMessage().saying("low")));
    world.add(aGroup("ann").muted().with(aMessage().saying("muted")));
    world.add(aChat().on(TestWorld.DISCORD).with(aMessage().saying("discord")));

    assertThat(api.get(SEARCH).items("text")).containsExactlyInAnyOrder("muted", "discord");
    assertThat(api.get(SEARCH + "?excludeLowPriority=false&chatIDs=" + low.localId()).items("text"))
        .containsExactly("low");
    assertThat(api.get(SEARCH + "?chatIDs=unknown").at("/items")).isEmpty();
    assertThat(api.get(SEARCH + "?includeMuted=false").items("text")).containsExactly("discord");
    assertThat(api.get(SEARCH + "?chatType=group").items("text")).containsExactly("muted");
    assertThat(api.get(SEARCH + "?accountIDs=discordgo").items("text")).containsExactly("discord");
  }

  @Test
  void a_limit_is_one_to_twenty() {
    IntStream.range(0, 25).forEach(i -> world.add(aChat().with(aMessage())));

    assertThat(api.get(SEARCH).at("/items")).hasSize(20);
    assertThat(api.get(SEARCH + "?limit=1").at("/items")).hasSize(1);
    assertThat(api.get(SEARCH + "?limit=0").status()).isEqualTo(400);
    assertThat(api.get(SEARCH + "?limit=21").status()).isEqualTo(400);
  }

  @Test
  void one_search_finds_chats_groups_by_member_and_messages() {
    world.add(aChat().titled("Ferry crew"));
    world.add(aGroup("ferry", "bo").titled("Trip"));
    world.add(aChat().with("ferry").titled("Direct"));
    world.add(aChat().titled("x").with(aMessage().saying("the ferry leaves")));

    var results = api.get("/v1/search?query=ferry").at("/results");

    assertThat(results.get("chats").findValuesAsText("title")).containsExactly("Ferry crew");
    assertThat(results.get("in_groups").findValuesAsText("title")).containsExactly("Trip");
    assertThat(results.at("/messages/items/0/text").asText()).isEqualTo("the ferry leaves");
    assertThat(results.at("/messages/chats")).hasSize(1);
    assertThat(api.get("/v1/search").status()).isEqualTo(400);
  }
}
