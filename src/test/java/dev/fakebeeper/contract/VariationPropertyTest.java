package dev.fakebeeper.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a contract describes can be varied, and every variation does what it says. */
class VariationPropertyTest {

  static Stream<Contract> contracts() {
    var everyVersion = ApiVersion.presets().stream().map(Contract.bundled()::at);
    var small = Stream.of("library.yaml", "shapes.yaml", "drift.yaml").map(TestContracts::load);
    return Stream.concat(everyVersion, small);
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void the_example_of_every_operation_varied_keeps_or_breaks_the_contract_as_promised(
      Contract contract) {
    var random = Seeds.random("VariationPropertyTest " + contract.version());

    for (var operation : contract.operations()) {
      var example = contract.example(operation);
      for (var variation : Variation.values()) {
        var wish = VariationWish.of(variation, random.nextLong());
        VariationPromise.assertKept(contract, operation, example, wish);
      }
    }
  }

  @Test
  void every_variation_is_possible_somewhere_in_the_vendors_contract() {
    var contract = Contract.bundled();

    for (var variation : Variation.values()) {
      var possible =
          contract.operations().stream()
              .map(
                  operation ->
                      contract.vary(
                          operation, contract.example(operation), VariationWish.of(variation, 1)))
              .filter(varied -> !varied.changes().isEmpty());
      assertThat(possible).as(variation.name()).hasSizeGreaterThan(3);
    }
  }
}
