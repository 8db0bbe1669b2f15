package dev.fakebeeper.http.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.Operation;
import org.junit.jupiter.api.Test;

class ControlTableTest {
  @Test
  void every_operation_of_the_document_has_a_handler_and_every_handler_an_operation() {
    var declared =
        ControlApi.contract().operations().stream()
            .map(Operation::id)
            .filter(id -> !id.equals("getHealth")) // answered before the document is read
            .toList();

    assertThat(ControlTable.complete().operationIds())
        .containsExactlyInAnyOrderElementsOf(declared);
  }
}
