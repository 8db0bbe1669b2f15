package dev.fakebeeper.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.testing.RandomInbox;
import dev.fakebeeper.testing.TestWorld;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lazy walks against the obvious way: look at everything, filter, sort. The seed is the name of the
 * case.
 */
class QueryPropertyTest {

  private static String visible(String html) {
    return html.replaceAll("<[^>]*>", "").replace("&amp;", "&");
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void chats_found_lazily_are_those_found_by_looking_at_all(long seed) {
    var random = new RandomInbox(seed);
    var state = random.world().state();
    var query = chatQuery(random);

    var wanted =
        state.chats().values().stream()
            .filter(chat -> fits(state, chat, query))
            .sorted(Comparator.comparing(Inbox.Entry::of))
            .toList();

    assertThat(all(query.newestFirst(state))).isEqualTo(wanted);
    for (var i = 0; i < wanted.size(); i++) {
      var place = Inbox.Entry.of(wanted.get(i));
      assertThat(all(query.olderThan(state, place)))
          .isEqualTo(wanted.subList(i + 1, wanted.size()));
      assertThat(all(query.newerThan(state, place))).isEqualTo(reversed(wanted.subList(0, i)));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void messages_found_lazily_are_those_found_by_looking_at_all(long seed) {
    var random = new RandomInbox(seed);
    var state = random.world().state();
    var query = messageQuery(random, state);

    var wanted =
        state.logs().values().stream()
            .flatMap(log -> all(log.newestFirst()).stream())
            .filter(message -> fits(state, message, query))
            .sorted(Comparator.comparing(MessagePlace::of).reversed())
            .toList();

    assertThat(all(query.olderThan(state, null, QueryPropertyTest::visible))).isEqualTo(wanted);
    for (var i = 0; i < wanted.size(); i += 7) {
      var place = MessagePlace.of(wanted.get(i));
      assertThat(all(query.olderThan(state, place, QueryPropertyTest::visible)))
          .isEqualTo(wanted.subList(i + 1, wanted.size()));
      assertThat(all(query.newerThan(state, place, QueryPropertyTest::visible)))
          .isEqualTo(reversed(wanted.subList(0, i)));
    }
  }

  private static ChatQuery chatQuery(RandomInbox random) {
    var inboxes = ChatQuery.InboxKind.values();
    return ChatQuery.ALL.with(
        query -> {
          query.words(words(random, Words.Match.SUBSTRING));
          query.scope(random.chance(2) ? ChatQuery.Scope.TITLES : ChatQuery.Scope.PARTICIPANTS);
          query.inbox(random.chance(2) ? null : inboxes[random.below(inboxes.length)]);
          query.unread(random.chance(3) ? ChatQuery.Reading.UNREAD : ChatQuery.Reading.ANY);
          query.type(random.chance(3) ? ChatType.GROUP : null);
          query.activity(range(random));
          query.muted(random.chance(3) ? ChatQuery.Muted.EXCLUDED : ChatQuery.Muted.INCLUDED);
          query.labelId(random.chance(4) ? "l0" : null);
          query.accountIds(accounts(random));
        });
  }

  private static MessageQuery messageQuery(RandomInbox random, WorldState state) {
    var chats = state.chats().values().stream().limit(3).map(Chat::localId).toList();
    return MessageQuery.DEFAULT.with(
        query -> {
          query.words(words(random, Words.Match.WHOLE_WORD));
          query.sender(sender(random));
          query.sent(range(random));
          query.media(random.chance(4) ? Set.of(MessageQuery.Media.IMAGE) : Set.of());
          query.chatType(random.chance(4) ? ChatType.SINGLE : null);
          query.lowPriority(
              random.chance(2)
                  ? MessageQuery.LowPriority.INCLUDED
                  : MessageQuery.LowPriority.EXCLUDED);
          query.chatIds(random.chance(4) ? chats : List.of());
          query.accountIds(accounts(random));
        });
  }

  private static MessageQuery.Sender sender(RandomInbox random) {
    return List.of(
            new MessageQuery.Sender.Anyone(),
            new MessageQuery.Sender.Owner(),
            new MessageQuery.Sender.Others(),
            new MessageQuery.Sender.Person("@bo:local-whatsapp.localhost"))
        .get(random.below(4));
  }

  private static Words words(RandomInbox random, Words.Match match) {
    if (random.chance(2)) {
      return Words.none();
    }
    return Words.of(
        random.chance(2)
            ? random.word().toUpperCase(Locale.ROOT)
            : random.word() + "  " + random.word(),
        match);
  }

  private static TimeRange range(RandomInbox random) {
    return TimeRange.between(
        random.chance(3) ? random.instant() : null, random.chance(3) ? random.instant() : null);
  }

  private static List<String> accounts(RandomInbox random) {
    return random.chance(3)
        ? List.of(TestWorld.DISCORD, "unknown")
        : random.chance(3) ? List.of(TestWorld.DISCORD, TestWorld.WHATSAPP) : List.of();
  }

  private static boolean fits(WorldState state, Chat chat, ChatQuery query) {
    var activity = chat.lastActivity();
    var range = query.activity();
    var inRange =
        range.equals(TimeRange.ALWAYS)
            || (activity != null
                && activity.toEpochMilli() > range.after()
                && activity.toEpochMilli() < range.before());
    return inRange && query.with(any -> any.activity(TimeRange.ALWAYS)).passes(state, chat);
  }

  private static boolean fits(WorldState state, Message message, MessageQuery query) {
    var chat = state.requireChat(message.chatId());
    var millis = message.timestamp().toEpochMilli();
    var html = String.valueOf(message.html());
    return millis > query.sent().after()
        && millis < query.sent().before()
        && query.sender().sent(message)
        && (query.media().isEmpty() || !message.attachments().isEmpty())
        && (query.chatType() == null || chat.type() == query.chatType())
        && (query.lowPriority() == MessageQuery.LowPriority.INCLUDED || !chat.lowPriority())
        && (query.chatIds().isEmpty() || query.chatIds().contains(chat.localId()))
        && (query.accountIds().isEmpty() || query.accountIds().contains(chat.accountId()))
        && query.words().areIn(visible(html));
  }

  private static <T> List<T> all(Iterator<T> walk) {
    var all = new ArrayList<T>();
    walk.forEachRemaining(all::add);
    return all;
  }

  private static <T> List<T> reversed(List<T> list) {
    var copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }
}
