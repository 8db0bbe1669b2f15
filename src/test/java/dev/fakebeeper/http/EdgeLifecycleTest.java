package dev.fakebeeper.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fakebeeper.contract.ApiResponse;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Start and stop: ports, families, threads. */
@Timeout(60)
class EdgeLifecycleTest {

  @Test
  void both_loopback_families_answer_on_the_same_port() throws Exception {
    try (var edge = new SmallFake().start();
        var four = Wire.to("127.0.0.1", edge.port())) {
      assertThat(Ask.get("/where").on(four).status()).isEqualTo(200);
      assertThat(edge.addresses()).hasSize(2 - edge.missing().size());
      if (edge.missing().isEmpty()) {
        try (var six = Wire.to("::1", edge.port())) {
          assertThat(Ask.get("/where").on(six).status()).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void one_family_can_be_chosen() throws Exception {
    try (var edge = new SmallFake().host("127.0.0.1").start()) {
      assertThat(Ask.get("/where").at(edge).status()).isEqualTo(200);
      assertThatThrownBy(() -> Wire.to("::1", edge.port())).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void a_taken_port_is_refused_with_the_port_and_the_cure() {
    try (var edge = new SmallFake().start()) {
      assertThatThrownBy(() -> new SmallFake().port(edge.port()).start())
          .isInstanceOf(ListenException.class)
          .hasMessageContaining("Cannot listen on port " + edge.port() + " of localhost")
          .hasMessageContaining("choose another port");
    }
  }

  @Test
  void an_unknown_host_is_refused() {
    assertThatThrownBy(() -> new SmallFake().host("no.such.host.invalid").start())
        .isInstanceOf(ListenException.class)
        .hasMessageContaining("no.such.host.invalid");
  }

  @Test
  void the_port_is_free_after_the_stop() throws Exception {
    var edge = new SmallFake().start();
    edge.close();

    try (var next = new SmallFake().port(edge.port()).start()) {
      assertThat(Ask.get("/where").at(next).status()).isEqualTo(200);
    }
  }

  @Test
  void two_servers_answer_side_by_side() throws Exception {
    try (var one = new SmallFake().start();
        var other = new SmallFake().start()) {
      assertThat(Ask.get("/where").at(one).status()).isEqualTo(200);
      assertThat(Ask.get("/where").at(other).status()).isEqualTo(200);
    }
  }

  @Test
  void closing_twice_does_nothing() {
    var edge = new SmallFake().start();
    edge.close();

    assertThatCode(edge::close).doesNotThrowAnyException();
  }

  @Test
  void no_thread_is_left_after_the_stop() throws Exception {
    var before = threads();
    var edge = new SmallFake().start();
    Ask.get("/where").at(edge);
    edge.close();

    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
  }

  @Test
  void a_stop_does_not_wait_for_a_request_that_hangs() throws Exception {
    var entered = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var edge =
        new SmallFake()
            .on(
                "getWhere",
                call -> {
                  entered.countDown();
                  waitFor(never);
                  return ApiResponse.ok(SmallFake.object());
                })
            .start();
    try (var wire = Wire.to("127.0.0.1", edge.port())) {
      wire.write("GET /where HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

      var start = System.nanoTime();
      edge.close();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  void an_answer_that_takes_longer_than_the_idle_time_out_still_comes() throws Exception {
    var entered = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    var fake =
        new SmallFake()
            .on(
                "getWhere",
                call -> {
                  entered.countDown();
                  waitFor(answer);
                  return ApiResponse.ok(SmallFake.object());
                });
    try (var edge = fake.start()) {
      edge.connectors().forEach(connector -> connector.setIdleTimeout(100));
      try (var slow = Wire.to("127.0.0.1", edge.port())) {
        slow.write("GET /where HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        // An idle connection that began later is over, twice: so is the time-out of the slow one.
        for (int i = 0; i < 2; i++) {
          try (var idle = Wire.to("127.0.0.1", edge.port())) {
            assertThat(idle.isAtEnd()).isTrue();
          }
        }

        answer.countDown();
        assertThat(slow.answer().status()).isEqualTo(200);
      }
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Without those that the virtual machine and its class libraries keep for themselves. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getThreadGroup() != null)
        .filter(thread -> !thread.getThreadGroup().getName().equals("system"))
        .filter(thread -> !thread.getThreadGroup().getName().equals("InnocuousThreadGroup"))
        .collect(Collectors.toSet());
  }
}
