package dev.fakebeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.testing.AChat;
import dev.fakebeeper.testing.RandomInbox;
import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.Chat;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every list, walked by cursors to its end and back, shows every item exactly once. The seed is the
 * name of the case.
 */
class PagingPropertyTest {
  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_list_can_be_walked_there_and_back(long seed) {
    var random = new RandomInbox(seed);
    var world = random.world();
    addContacts(world, random);
    var limit = 1 + random.below(7);
    var settings = OperationsSettings.defaults().withMessagesPage(limit);
    var api = new FakeApi(world, ApiVersion.latest(), settings);

    walk(api, "/v1/chats?limit=" + limit, world.state().chats().size());
    walk(api, "/v1/chats/search?limit=" + limit, world.state().chats().size());
    walk(api, "/v1/messages/search?excludeLowPriority=false&limit=" + limit, messages(world));
    walk(
        api,
        "/v1/accounts/" + TestWorld.WHATSAPP + "/contacts/list?limit=" + limit,
        world.state().contactsOf(TestWorld.WHATSAPP).all().size());
    for (Chat chat : world.state().chats().values()) {
      var count = world.state().logOf(chat).size();
      walk(api, "/v1/chats/" + chat.id() + "/messages?", count);
    }
  }

  private static void addContacts(TestWorld world, RandomInbox random) {
    var account = world.state().requireAccount(TestWorld.WHATSAPP);
    for (var i = 0; i < random.below(20); i++) {
      world.addContacts(
          TestWorld.WHATSAPP, AChat.user(account, "p" + i).withFullName(random.word()));
    }
  }

  private static int messages(TestWorld world) {
    return world.state().logs().values().stream().mapToInt(log -> log.size()).sum();
  }

  private static void walk(FakeApi api, String path, int expected) {
    var there = new ArrayList<String>();
    var page = api.get(path);
    there.addAll(page.items("id"));
    while (page.at("/hasMore").asBoolean()) {
      page = api.get(path + "&cursor=" + cursor(page, "oldestCursor"));
      there.addAll(page.items("id"));
    }
    assertThat(there).hasSize(expected);
    assertThat(new HashSet<>(there)).hasSize(expected);

    var back = new ArrayList<String>();
    if (expected > 0) {
      back.addAll(reversed(page.items("id")));
      do {
        page = api.get(path + "&direction=after&cursor=" + cursor(page, "newestCursor"));
        back.addAll(reversed(page.items("id")));
      } while (page.at("/hasMore").asBoolean());
    }
    assertThat(back).isEqualTo(reversed(there));
  }

  private static String cursor(FakeApi.Answer page, String name) {
    return URLEncoder.encode(page.body().get(name).asText(), StandardCharsets.UTF_8);
  }

  private static List<String> reversed(List<String> ids) {
    var copy = new ArrayList<>(ids);
    Collections.reverse(copy);
    return copy;
  }
}
