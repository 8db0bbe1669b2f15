package dev.fakebeeper.world;

import static dev.fakebeeper.world.SmallWorlds.ANN;
import static dev.fakebeeper.world.SmallWorlds.BEA;
import static dev.fakebeeper.world.SmallWorlds.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePVector;

class WorldTest {

  @Test
  void a_reminder_further_away_than_nanoseconds_can_count_is_only_a_reminder() {
    var reminder = new Chat.Reminder(Instant.parse("9999-12-31T23:59:59Z"), false);
    var start = SmallWorlds.frozen();
    var chat = SmallWorlds.directChat(start, ANN);

    try (var world = new World(start.read(), WorldClock.real(), WorldRules.defaults())) {
      world.run(tx -> ChatRules.remind(tx, chat.id(), reminder));
      world.run(tx -> ChatRules.set(tx, chat.id(), ChatRules.Flag.PINNED));

      assertThat(world.read().requireChat(chat.id()).reminder()).isEqualTo(reminder);
      assertThat(world.read().requireChat(chat.id()).pinned()).isTrue();
    }
  }

  @Test
  void a_failed_change_leaves_the_very_same_state_and_tells_nobody() {
    var world = SmallWorlds.frozen();
    var chat = SmallWorlds.directChat(world, ANN);
    var commits = new ArrayList<Commit>();
    world.listen(commits::add);
    var before = world.read();

    assertThatThrownBy(
            () ->
                world.run(
                    tx -> {
                      ChatRules.set(tx, chat.id(), ChatRules.Flag.PINNED);
                      ChatRules.set(tx, "!nowhere:beeper.com", ChatRules.Flag.PINNED);
                    }))
        .isInstanceOf(WorldException.class)
        .hasMessage("Chat not found: !nowhere:beeper.com");

    assertThat(world.read()).isSameAs(before);
    assertThat(commits).isEmpty();
  }

  @Test
  void a_change_that_changes_nothing_is_no_commit() {
    var world = SmallWorlds.frozen();
    var chat = SmallWorlds.directChat(world, ANN);
    var commits = new ArrayList<Commit>();
    world.listen(commits::add);

    world.run(tx -> ChatRules.clearDraft(tx, chat.id()));

    assertThat(commits).isEmpty();
  }

  @Test
  void a_commit_shows_each_chat_once_with_its_last_value_and_messages_before_chats() {
    var world = SmallWorlds.frozen();
    var chat = SmallWorlds.directChat(world, ANN);
    var sent = SmallWorlds.send(world, chat, "hi");
    var nobody = new MessageRules.Mentions(TreePVector.empty());
    var commits = new ArrayList<Commit>();
    world.listen(commits::add);

    world.run(
        tx -> {
          ChatRules.set(tx, chat.id(), ChatRules.Flag.PINNED);
          ChatRules.set(tx, chat.id(), ChatRules.Flag.MUTED);
          MessageRules.edit(tx, chat.id(), sent.id(), "ho", nobody);
        });

    var changes = commits.get(0).changes();
    assertThat(changes).hasSize(2);
    assertThat(changes.get(0)).isInstanceOf(Change.MessageUpserted.class);
    assertThat(changes.get(1))
        .isInstanceOfSatisfying(
            Change.ChatUpserted.class,
            change -> {
              assertThat(change.chat().pinned()).isTrue();
              assertThat(change.chat().muted()).isTrue();
            });
  }

  @Test
  void commits_are_numbered_without_gaps_when_many_threads_write() throws Exception {
    var world = SmallWorlds.frozen();
    var chat = SmallWorlds.directChat(world, ANN);
    var numbers = new ArrayList<Long>();
    world.listen(commit -> numbers.add(commit.number()));
    var start = new CyclicBarrier(8);
    var threads = Executors.newFixedThreadPool(8);
    Callable<Void> writer =
        () -> {
          start.await();
          for (var j = 0; j < 50; j++) {
            SmallWorlds.incoming(world, chat, ANN, "x");
          }
          return null;
        };
    for (var done : threads.invokeAll(Collections.nCopies(8, writer), 30, TimeUnit.SECONDS)) {
      done.get();
    }
    threads.shutdown();

    assertThat(numbers).hasSize(400);
    assertThat(numbers.get(399) - numbers.get(0)).isEqualTo(399);
    assertThat(numbers).isSorted();
    assertThat(SmallWorlds.chat(world, chat).unreadCount()).isEqualTo(400);
    assertThat(world.read().logOf(chat).size()).isEqualTo(400);
  }

  @Test
  void a_restored_state_gives_the_same_ids_again() {
    var world = SmallWorlds.frozen();
    var chat = SmallWorlds.directChat(world, ANN);
    var snapshot = world.read();
    var first = SmallWorlds.send(world, chat, "one");
    var firstChat = SmallWorlds.directChat(world, BEA);

    world.replace(snapshot);
    var again = SmallWorlds.send(world, chat, "one");
    var chatAgain = SmallWorlds.directChat(world, BEA);

    assertThat(again).isEqualTo(first);
    assertThat(chatAgain).isEqualTo(firstChat);
  }

  @Test
  void advancing_fires_what_falls_due_on_the_way_at_its_own_instant_and_in_order() {
    var world = SmallWorlds.frozen();
    var early = SmallWorlds.directChat(world, ANN);
    var late = SmallWorlds.directChat(world, BEA);
    remindIn(world, late, Duration.ofMinutes(20));
    remindIn(world, early, Duration.ofMinutes(10));
    var at = new ArrayList<Instant>();
    world.listen(commit -> at.add(commit.at()));

    var fired = world.advance(Duration.ofMinutes(30));

    assertThat(fired)
        .isEqualTo(List.of(new Timer.ReminderDue(early.id()), new Timer.ReminderDue(late.id())));
    assertThat(at)
        .containsExactly(START.plus(Duration.ofMinutes(10)), START.plus(Duration.ofMinutes(20)));
    assertThat(world.now()).isEqualTo(START.plus(Duration.ofMinutes(30)));
    assertThat(SmallWorlds.chat(world, early).reminder()).isNull();
  }

  @Test
  void timers_of_one_instant_fire_in_the_order_in_which_they_were_set() {
    var world = SmallWorlds.frozen();
    var first = SmallWorlds.directChat(world, BEA);
    var second = SmallWorlds.directChat(world, ANN);
    remindIn(world, first, Duration.ofMinutes(5));
    remindIn(world, second, Duration.ofMinutes(5));

    assertThat(world.advance(Duration.ofMinutes(5)))
        .containsExactly(new Timer.ReminderDue(first.id()), new Timer.ReminderDue(second.id()));
  }

  @Test
  void one_plan_is_carried_out_as_a_whole_before_the_next_begins() {
    var world = SmallWorlds.frozen();
    var done = new ArrayList<String>();
    var plans = List.of(new Timer.Planned("test", "first"), new Timer.Planned("test", "second"));
    world.onPlanned(
        plan -> {
          done.add(plan.key() + " begins");
          SmallWorlds.directChat(world, plan.key().equals("first") ? ANN : BEA);
          done.add(plan.key() + " ends");
        });
    world.run(tx -> plans.forEach(plan -> tx.schedule(START.plusSeconds(1), plan)));

    var fired = world.advance(Duration.ofSeconds(1));

    assertThat(done).containsExactly("first begins", "first ends", "second begins", "second ends");
    assertThat(fired).isEqualTo(plans);
  }

  @Test
  void a_reminder_set_again_replaces_the_earlier_timer() {
    var world = SmallWorlds.frozen();
    var chat = SmallWorlds.directChat(world, ANN);
    remindIn(world, chat, Duration.ofMinutes(5));
    remindIn(world, chat, Duration.ofMinutes(50));

    assertThat(world.advance(Duration.ofMinutes(10))).isEmpty();
    assertThat(SmallWorlds.chat(world, chat).reminder()).isNotNull();
    assertThat(world.read().timers().all()).hasSize(1);
  }

  @Test
  void a_running_clock_fires_by_itself() throws Exception {
    var machine = new AtomicReference<>(START);
    assertThat(WorldClock.over(machine::get, START, 60).instant()).isEqualTo(START);
    machine.set(START.plusSeconds(2));
    var clock = WorldClock.over(machine::get, START, 60);
    machine.set(START.plusSeconds(5));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(180));

    var state = WorldState.empty(1);
    state =
        state.withAccounts(state.accounts().plus(SmallWorlds.ACCOUNT.id(), SmallWorlds.ACCOUNT));
    try (var world = new World(state, WorldClock.scaled(START, 1_000), WorldRules.defaults())) {
      var chat = SmallWorlds.directChat(world, ANN);
      var fired = new CountDownLatch(2);
      world.listen(commit -> fired.countDown());
      remindIn(world, chat, Duration.ofSeconds(20));
      assertThat(fired.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(SmallWorlds.chat(world, chat).reminder()).isNull();
    }
  }

  private static void remindIn(World world, Chat chat, Duration span) {
    world.run(tx -> ChatRules.remind(tx, chat.id(), new Chat.Reminder(tx.now().plus(span), null)));
  }
}
