package dev.fakebeeper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Five hundred tests at the same time on one server. */
class ParallelSuiteTest {
  private static final int TESTS = 500;

  private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();
  private static final Set<String> THREADS = ConcurrentHashMap.newKeySet();

  @Test
  void five_hundred_tests_on_one_server_do_not_meet() {
    Run.inParallel(FirstHalf.class, SecondHalf.class).succeeded(TESTS);

    assertThat(PORTS).hasSize(1);
    assertThat(THREADS).hasSizeGreaterThan(1);
  }

  static IntStream numbers() {
    return IntStream.range(0, TESTS / 2);
  }

  @FakeBeeperTest
  static class FirstHalf {
    @ParameterizedTest
    @MethodSource("dev.fakebeeper.junit.ParallelSuiteTest#numbers")
    void finds_only_its_own_traces(int number, FakeBeeper beeper) {
      findsOnlyItsOwnTraces("first " + number, beeper);
    }
  }

  @FakeBeeperTest
  static class SecondHalf {
    @ParameterizedTest
    @MethodSource("dev.fakebeeper.junit.ParallelSuiteTest#numbers")
    void finds_only_its_own_traces(int number, FakeBeeper beeper) {
      findsOnlyItsOwnTraces("second " + number, beeper);
    }
  }

  private static void findsOnlyItsOwnTraces(String secret, FakeBeeper beeper) {
    PORTS.add(beeper.port());
    THREADS.add(Thread.currentThread().getName());
    var client = new Client(beeper);
    var account = beeper.world().accountIds().get(0);
    var chat = beeper.world().others().openChat(account, "@ann:beeper.local", "Ann");

    var sent = client.post("/v1/chats/" + chat + "/messages", "{\"text\":\"" + secret + "\"}");
    var found = client.get("/v1/messages/search?query=" + secret.replace(' ', '+'));

    assertThat(sent.status()).isEqualTo(200);
    assertThat(found.body()).containsOnlyOnce("\"text\":\"" + secret + "\"");
    assertThat(beeper.world().journal().exchanges())
        .extracting(exchange -> exchange.operationId())
        .containsExactly("sendMessage", "searchMessages");
    assertThat(beeper.world().journal().exchanges())
        .allSatisfy(
            exchange ->
                assertThat(exchange.request().headers().first("Authorization"))
                    .contains("Bearer " + beeper.token()));
  }
}
