package dev.fakebeeper.contract;

import static dev.fakebeeper.contract.TestContracts.check;
import static dev.fakebeeper.contract.TestContracts.get;
import static dev.fakebeeper.contract.TestContracts.json;
import static dev.fakebeeper.contract.TestContracts.operation;
import static dev.fakebeeper.contract.TestContracts.places;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One contract, used by many threads from its first moment, when nothing is compiled yet. */
class SharedContractTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 8;

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void threads_that_share_a_fresh_contract_find_the_same() throws Exception {
    var executor = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        var contract = TestContracts.load("library.yaml");
        var expected = findings(TestContracts.LIBRARY);
        var barrier = new CyclicBarrier(THREADS);
        var work = new ArrayList<Callable<List<String>>>();
        for (int thread = 0; thread < THREADS; thread++) {
          work.add(
              () -> {
                barrier.await(30, TimeUnit.SECONDS);
                return findings(contract);
              });
        }

        for (var result : executor.invokeAll(work)) {
          assertThat(result.get()).isEqualTo(expected);
        }
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static List<String> findings(Contract contract) {
    var old = contract.at(ApiVersion.of("4.2.557"));
    var found = new ArrayList<String>();
    for (var request :
        List.of(
            get("/books", "limit=0&direction=up&word="),
            json("POST", "/books", "{\"title\":1,\"maker\":{\"type\":\"firm\"}}"),
            json("PATCH", "/books/1", "{\"pages\":\"x\",\"other\":1}"))) {
      var checked = check(contract, request);
      found.addAll(places(checked.violations()));
      found.addAll(places(checked.warnings()));
      checked.violations().forEach(violation -> found.add(violation.describe()));
      found.addAll(places(check(old, request).violations()));
    }
    var list = operation(contract, "listBooks");
    found.addAll(places(contract.checkResponse(list, contract.example(list))));
    found.addAll(places(contract.checkResponse(list, ApiResponse.ok(new Body.Items(List.of())))));
    return found;
  }
}
