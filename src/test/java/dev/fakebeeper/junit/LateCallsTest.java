package dev.fakebeeper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EventType;

class LateCallsTest {

  @Test
  void a_thread_that_outlives_its_test_is_reported_under_its_name_at_the_end_of_the_run() {
    var run = Run.of(LeakingSample.class);

    run.succeeded(2);
    assertThat(reports(run))
        .containsExactly(
            "Clients called after their tests had ended; each got 401. Stop what a test starts before it returns. "
                + "Worlds and calls: LateCallsTest.LeakingSample.leaks_a_thread-1 (1)");
  }

  private static Iterable<String> reports(Run run) {
    return run.results().allEvents().list().stream()
        .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
        .map(event -> event.getRequiredPayload(ReportEntry.class))
        .flatMap(entry -> entry.getKeyValuePairs().entrySet().stream())
        .filter(pair -> pair.getKey().equals("fake-beeper.late-calls"))
        .map(pair -> pair.getValue())
        .toList();
  }

  @FakeBeeperTest
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class LeakingSample {
    private static final CountDownLatch ENDED = new CountDownLatch(1);
    private static final ExecutorService LEAK = Executors.newSingleThreadExecutor();
    private static Future<Client.Answer> late;

    @Test
    @Order(1)
    void leaks_a_thread(FakeBeeper beeper) {
      late =
          LEAK.submit(
              () -> {
                ENDED.await();
                return new Client(beeper).get("/v1/accounts");
              });
    }

    @Test
    @Order(2)
    void runs_meanwhile(FakeBeeper beeper) throws Exception {
      ENDED.countDown();
      assertThat(late.get(10, TimeUnit.SECONDS).status()).isEqualTo(401);
      LEAK.shutdown();
      assertThat(beeper.world().journal().exchanges()).isEmpty();
    }
  }

  @Test
  void a_test_that_times_out_fails_for_that_and_its_world_is_closed() {
    var run = Run.of(TimeoutSample.class);

    run.results().testEvents().assertStatistics(events -> events.failed(1).succeeded(1));
    assertThat(run.failures().get(0)).hasMessageContaining("timed out after");
    assertThat(run.failures().get(0).getSuppressed()).isNotEmpty();
  }

  @FakeBeeperTest
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class TimeoutSample {
    private static Client client;

    @Test
    @Order(1)
    @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
    void waits_for_nothing(FakeBeeper beeper) throws InterruptedException {
      client = new Client(beeper);
      new CountDownLatch(1).await();
    }

    @Test
    @Order(2)
    void finds_the_world_closed() {
      assertThat(client.get("/v1/accounts").status()).isEqualTo(401);
    }
  }
}
