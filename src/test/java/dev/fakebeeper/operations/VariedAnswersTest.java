package dev.fakebeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.JsonBody;
import dev.fakebeeper.contract.JsonEdit;
import dev.fakebeeper.contract.JsonEdits;
import dev.fakebeeper.contract.Variation;
import dev.fakebeeper.contract.VariationPromise;
import dev.fakebeeper.contract.VariationWish;
import dev.fakebeeper.control.StartingWorlds;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldClock;
import dev.fakebeeper.world.WorldRules;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Real answers of the default world, varied. */
class VariedAnswersTest {
  private static final World WORLD =
      new World(
          StartingWorlds.load("default", StartingWorlds.FROZEN_START, 1),
          WorldClock.frozenAt(StartingWorlds.FROZEN_START),
          WorldRules.defaults());

  /** The operations as one version has them. */
  private record Api(Contract contract, Caller caller) {
    static Api of(ApiVersion version) {
      var contract = Contract.bundled().at(version);
      var operations = Operations.of(OperationsSettings.defaults(), contract, new MediaFolder());
      return new Api(contract, new Caller(WORLD, contract, operations));
    }

    int vary(String operationId, String path, VariationWish wish) {
      var operation = contract.find(operationId).orElseThrow();
      return VariationPromise.assertKept(contract, operation, caller.get(path), wish);
    }
  }

  /** Paths of answers with something in them, by the operation that gives them. */
  private static Map<String, String> paths(SplittableRandom random) {
    var chats = List.copyOf(WORLD.read().chats().keySet());
    var chat = "/v1/chats/" + Caller.encoded(chats.get(random.nextInt(chats.size())));
    return Map.of(
        "listChats", "/v1/chats",
        "searchChats", "/v1/chats/search",
        "search", "/v1/search?query=the",
        "getAccounts", "/v1/accounts",
        "searchMessages", "/v1/messages/search",
        "listMessages", chat + "/messages",
        "getChat", chat);
  }

  static Stream<ApiVersion> versions() {
    return ApiVersion.presets().stream();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void keep_or_break_the_contract_as_promised(ApiVersion version) {
    long seed = Long.getLong("fake.seed", System.nanoTime());
    System.out.println("VariedAnswersTest " + version + ": -Dfake.seed=" + seed);
    var random = new SplittableRandom(seed);
    var api = Api.of(version);
    new TreeMap<>(paths(random))
        .forEach(
            (operationId, path) -> {
              for (var variation : Variation.values()) {
                api.vary(operationId, path, VariationWish.of(variation, random.nextLong()));
              }
            });
  }

  @ParameterizedTest
  @EnumSource(Variation.class)
  void a_page_of_chats_can_be_varied_in_every_way(Variation variation) {
    var api = Api.of(ApiVersion.latest());

    assertThat(api.vary("listChats", "/v1/chats", VariationWish.of(variation, 1))).isPositive();
  }

  @Test
  void read_markers_drift_to_numbers_as_they_were_seen_to() {
    var page = Api.of(ApiVersion.latest()).caller().get("/v1/chats");
    assertThat(page.body()).isInstanceOf(Body.Page.class);
    var number = JsonNodeFactory.instance.numberNode(612_340_072_192L);

    var drifted =
        JsonEdits.apply(page, List.of(new JsonEdit.Set("/items/*/lastReadMessageSortKey", number)));

    assertThat(drifted.summary())
        .containsExactly("/items/*/lastReadMessageSortKey became 612340072192 (25 times)");
    assertThat(
            JsonBody.tree(drifted.message().body())
                .orElseThrow()
                .findValues("lastReadMessageSortKey"))
        .hasSize(25)
        .containsOnly(number);
  }
}
