package dev.fakebeeper.world;

import static dev.fakebeeper.world.BridgeWorlds.BRIDGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class BackfillRulesTest {
  private final World world = BridgeWorlds.frozen();
  private final List<Change> told = new ArrayList<>();

  @Test
  void an_account_connects_then_its_history_grows_then_it_is_connected() {
    var account = signIn();
    var statuses = new ArrayList<String>();
    var messages = new ArrayList<Integer>();

    for (var second = 0; second <= 13; second++) {
      statuses.add(second + " " + world.read().requireAccount(account).status());
      messages.add(messages(account).size());
      world.advance(Duration.ofSeconds(1));
    }

    assertThat(statuses)
        .startsWith("0 CONNECTING", "1 CONNECTING", "2 BACKFILLING")
        .endsWith("11 BACKFILLING", "12 CONNECTED", "13 CONNECTED");
    // twelve messages of one chat and three of the other in five portions, the newest first
    assertThat(messages).containsExactly(0, 0, 4, 4, 7, 7, 10, 10, 13, 13, 15, 15, 15, 15);
    assertThat(world.read().bridges().backfills()).isEmpty();
    assertThat(world.read().timers().all().values())
        .noneMatch(Timer.AccountProgress.class::isInstance);
  }

  @Test
  void what_comes_is_older_than_the_sign_in_and_in_order() {
    var account = signIn();
    world.advance(Duration.ofMinutes(1));

    var chats = chats(account);

    assertThat(chats).extracting(Chat::title).containsExactly("Wren", "Stairwell");
    for (var chat : chats) {
      var log = log(chat);
      assertThat(log).isSortedAccordingTo((a, b) -> b.timestamp().compareTo(a.timestamp()));
      assertThat(log.get(0).timestamp()).isBefore(SmallWorlds.START).isEqualTo(chat.lastActivity());
      assertThat(chat.unreadCount()).isZero();
      assertThat(log).extracting(Message::html).containsAnyOf("one", "two", "three");
    }
    assertThat(world.read().contactsOf(account).all())
        .extracting(User::fullName)
        .containsExactlyInAnyOrder("Wren", "Kofi", "Vesna");
  }

  @Test
  void events_tell_of_the_chats_and_not_of_old_messages_unless_that_is_planned() {
    world.listen(commit -> told.addAll(commit.changes()));
    signIn();
    world.advance(Duration.ofMinutes(1));

    assertThat(told).hasOnlyElementsOfType(Change.ChatUpserted.class).hasSize(2);

    told.clear();
    BridgeWorlds.plan(world, plan -> plan.withTelling(HistoryRules.Telling.EVENTS));
    signIn();
    world.advance(Duration.ofMinutes(1));

    assertThat(told.stream().filter(Change.MessageUpserted.class::isInstance)).hasSize(15);
  }

  @Test
  void a_walk_during_the_back_filling_sees_the_history_grow_behind_it() {
    var account = signIn();
    world.advance(Duration.ofSeconds(2));
    var first = log(chats(account).get(0));

    world.advance(Duration.ofSeconds(2));
    var second = log(chats(account).get(0));

    assertThat(second).hasSizeGreaterThan(first.size()).startsWith(first.toArray(Message[]::new));
  }

  @Test
  void an_account_that_is_signed_out_on_the_way_goes_on_when_it_is_mended() {
    var account = signIn();
    world.advance(Duration.ofSeconds(4));
    var login = world.read().requireAccount(account).loginId();
    world.run(tx -> BridgePlay.revoke(tx, BRIDGE, login, null));
    world.advance(Duration.ofMinutes(5));
    assertThat(messages(account)).hasSize(7);

    var again = BridgeWorlds.create(world, new LoginRules.Wanted("scan", login, null));
    BridgeWorlds.confirm(world, again);
    world.advance(Duration.ofMinutes(1));

    assertThat(messages(account)).hasSize(15);
    assertThat(world.read().requireAccount(account).status()).isEqualTo(AccountStatus.CONNECTED);
  }

  @Test
  void an_account_that_is_set_going_again_by_hand_goes_on_too() {
    var account = signIn();
    world.advance(Duration.ofSeconds(4));
    status(account, AccountStatus.DISCONNECTED);
    world.advance(Duration.ofMinutes(5));

    status(account, AccountStatus.BACKFILLING);
    world.advance(Duration.ofMinutes(1));

    assertThat(messages(account)).hasSize(15);
  }

  private void status(String account, AccountStatus status) {
    world.run(tx -> AccountRules.setStatus(tx, account, status, null));
  }

  @Test
  void nothing_comes_for_an_account_that_is_gone() {
    var account = signIn();
    world.advance(Duration.ofSeconds(4));

    world.run(tx -> AccountRules.remove(tx, account));
    world.advance(Duration.ofMinutes(5));

    assertThat(world.read().chats()).isEmpty();
    assertThat(world.read().bridges().backfills()).isEmpty();
  }

  @Test
  void a_chat_that_is_left_meanwhile_stays_left() {
    var account = signIn();
    world.advance(Duration.ofSeconds(2));
    world.run(tx -> OthersRules.removeChat(tx, chats(account).get(0).id()));

    world.advance(Duration.ofMinutes(1));

    assertThat(chats(account)).extracting(Chat::title).containsExactly("Stairwell");
    assertThat(messages(account)).hasSize(3);
  }

  private String signIn() {
    var session = BridgeWorlds.create(world, BridgeWorlds.flow("scan"));
    return BridgeWorlds.confirm(world, session).result().accountId();
  }

  private List<Chat> chats(String account) {
    var state = world.read();
    return world.read().chats().values().stream()
        .filter(chat -> chat.accountId().equals(account))
        .sorted((a, b) -> Integer.compare(state.logOf(b).size(), state.logOf(a).size()))
        .toList();
  }

  private List<Message> messages(String account) {
    return chats(account).stream().flatMap(chat -> log(chat).stream()).toList();
  }

  private List<Message> log(Chat chat) {
    Iterable<Message> log = () -> world.read().logOf(chat).newestFirst();
    return StreamSupport.stream(log.spliterator(), false).toList();
  }
}
