package dev.fakebeeper.world;

import static dev.fakebeeper.world.SmallWorlds.ANN;
import static dev.fakebeeper.world.SmallWorlds.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetClockTest {
  private final World world = SmallWorlds.frozen();
  private final Chat chat = SmallWorlds.directChat(world, ANN);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void forward_all_that_falls_due_happens_at_its_own_instant() {
    remindIn(Duration.ofMinutes(10));

    var fired = world.setClock(START.plus(Duration.ofHours(1)), 0);

    assertThat(fired).containsExactly(new Timer.ReminderDue(chat.id()));
    assertThat(world.now()).isEqualTo(START.plus(Duration.ofHours(1)));
  }

  @Test
  void backward_nothing_is_undone_and_what_is_pending_waits_longer() {
    remindIn(Duration.ofMinutes(10));

    assertThat(world.setClock(START.minus(Duration.ofDays(1)), 0)).isEmpty();

    assertThat(world.now()).isEqualTo(START.minus(Duration.ofDays(1)));
    assertThat(world.read().timers().all()).hasSize(1);
    assertThat(world.advance(Duration.ofHours(24))).isEmpty();
    assertThat(world.advance(Duration.ofMinutes(10))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P3000000D", "P99999999999D", "PT9223372036854775807S"})
  void it_cannot_leave_the_years_that_the_api_can_write(String span) {
    remindIn(Duration.ofMinutes(10));

    assertThatThrownBy(() -> world.advance(Duration.parse(span)))
        .isInstanceOf(WorldException.class)
        .hasMessageContaining("its last instant is 9999-12-31T23:59:59Z");

    assertThat(world.now()).isEqualTo(START);
    assertThat(world.read().timers().all()).hasSize(1);
  }

  @Test
  void a_clock_that_starts_to_run_wakes_what_waits() throws InterruptedException {
    remindIn(Duration.ofMinutes(10));
    var woken = new CountDownLatch(1);
    world.listen(commit -> woken.countDown());

    world.setClock(null, 60_000);

    assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(world.read().timers().all()).isEmpty();
  }

  @Test
  void a_faster_clock_does_not_sleep_on_at_the_old_pace() throws InterruptedException {
    world.setClock(null, 0.001);
    remindIn(Duration.ofMinutes(10));
    var woken = new CountDownLatch(1);
    world.listen(commit -> woken.countDown());

    world.setClock(null, 60_000);

    assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void moved_forward_a_running_clock_wakes_at_the_nearer_time() throws InterruptedException {
    world.setClock(null, 2);
    remindIn(Duration.ofMinutes(10));
    var woken = new CountDownLatch(1);
    world.listen(commit -> woken.countDown());

    world.advance(Duration.ofMinutes(10).minusMillis(200));

    assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_clock_can_be_stopped_and_can_follow_the_machine() {
    world.followMachine();
    assertThat(world.clock().rate()).isEqualTo(1);
    assertThat(world.now()).isAfter(START);

    world.setClock(START, 0);
    assertThat(world.now()).isEqualTo(START);
  }

  @Test
  void a_clock_never_runs_backward() {
    assertThatThrownBy(() -> world.setClock(null, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rate (-1.0) must be positive and finite");
  }

  private void remindIn(Duration span) {
    var reminder = new Chat.Reminder(world.now().plus(span), null);
    world.run(tx -> ChatRules.remind(tx, chat.id(), reminder));
  }
}
