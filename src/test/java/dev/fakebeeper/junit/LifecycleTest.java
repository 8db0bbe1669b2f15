package dev.fakebeeper.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.ClientSocket;
import dev.fakebeeper.ClientSockets;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.journal.Journal;
import dev.fakebeeper.junit.elsewhere.Heir;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest {
  /** What sample tests saw; each test here reads what its own samples wrote. */
  private static final List<String> SEEN = new CopyOnWriteArrayList<>();

  private static final List<FakeBeeper> MET = new CopyOnWriteArrayList<>();
  private static final List<ClientSocket> OPENED = new CopyOnWriteArrayList<>();

  @BeforeEach
  void forget() {
    SEEN.clear();
    MET.clear();
    OPENED.clear();
  }

  private static void see(Object... facts) {
    for (var fact : facts) {
      SEEN.add(String.valueOf(fact));
    }
  }

  @Nested
  class ServersAndWorlds {
    @Test
    void all_classes_of_a_run_share_a_server_and_each_test_has_a_world() {
      Run.of(OneSample.class, OtherSample.class).succeeded(3);

      assertThat(MET).hasSize(3);
      assertThat(MET.stream().map(FakeBeeper::port).distinct()).hasSize(1);
      assertThat(MET.stream().map(FakeBeeper::token).distinct()).hasSize(3);
      assertThat(MET.stream().map(met -> met.world().name()))
          .containsExactlyInAnyOrder(
              "LifecycleTest.OneSample.a_test-1",
              "LifecycleTest.OneSample.another_test-1",
              "LifecycleTest.OtherSample.a_test-1");
    }

    @Test
    void the_server_stops_with_the_run() {
      Run.of(OneSample.class).succeeded(2);

      assertThatThrownBy(() -> new Client(MET.get(0)).get("/v1/info"))
          .hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void a_world_closes_with_its_test() {
      Run.of(TwoInOrderSample.class).succeeded(2);

      assertThat(SEEN).containsExactly("401");
    }

    @Test
    void every_kind_of_parameter_belongs_to_the_world_of_the_test() {
      Run.of(EveryParameterSample.class).succeeded(1);
    }

    @Test
    void sockets_of_a_test_close_with_it() {
      Run.of(SocketSample.class).succeeded(1);

      assertThat(OPENED.get(0).awaitEnd(Duration.ofSeconds(10)).code()).isEqualTo(1006);
      assertThatThrownBy(() -> OPENED.get(0).send("{}")).isInstanceOf(CompletionException.class);
    }

    @Test
    void each_invocation_of_a_test_is_a_test() {
      Run.of(InvocationsSample.class).succeeded(5);

      assertThat(SEEN)
          .containsExactlyInAnyOrder(
              "LifecycleTest.InvocationsSample.repeated-1",
              "LifecycleTest.InvocationsSample.repeated-2",
              "LifecycleTest.InvocationsSample.repeated-3",
              "LifecycleTest.InvocationsSample.parameterized-1",
              "LifecycleTest.InvocationsSample.parameterized-2");
    }

    @Test
    void the_tests_of_a_factory_share_the_world_of_its_method() {
      Run.of(FactorySample.class).succeeded(3);

      assertThat(SEEN).containsExactly("1", "2", "3");
    }

    @Test
    void the_annotation_can_be_inherited_and_made_part_of_another() {
      Run.of(InheritedSample.class, ComposedSample.class).succeeded(2);

      assertThat(SEEN).containsExactlyInAnyOrder("3 accounts", "3 accounts");
    }

    @Test
    void a_class_inherits_the_file_beside_another_and_adds_to_what_that_allows() {
      Run.of(Heir.class).succeeded(2);
    }

    @Test
    void names_that_a_world_cannot_have_are_made_to_fit() {
      Run.of(NameSample.class).succeeded(1);

      assertThat(SEEN).containsExactly("LifecycleTest.NameSample.in_-_and_more-1");
    }
  }

  @FakeBeeperTest
  static class OneSample {
    @Test
    void a_test(FakeBeeper beeper) {
      MET.add(beeper);
    }

    @Test
    void another_test(FakeBeeper beeper) {
      MET.add(beeper);
    }
  }

  @FakeBeeperTest
  static class OtherSample {
    @Test
    void a_test(FakeBeeper beeper) {
      MET.add(beeper);
    }
  }

  @FakeBeeperTest
  static class TwoInOrderSample {
    @RepeatedTest(2)
    void uses_the_token_of_the_test_before(FakeBeeper beeper) {
      for (var before : MET) {
        see(new Client(before).get("/v1/accounts").status());
      }
      MET.add(beeper);
    }
  }

  @FakeBeeperTest
  static class EveryParameterSample {
    private final FakeWorld worldOfConstructor;
    private String tokenBefore = "";

    EveryParameterSample(FakeWorld world) {
      worldOfConstructor = world;
    }

    @BeforeEach
    void before(@BeeperToken String token) {
      tokenBefore = token;
    }

    @Test
    void a_test(
        FakeBeeper beeper,
        FakeWorld world,
        Journal journal,
        URI uri,
        @BeeperToken String token,
        ClientSockets sockets) {
      sockets.openSubscribed("*");
      assertThat(world.sockets().list()).hasSize(1);
      assertThat(beeper.world()).isSameAs(world).isSameAs(worldOfConstructor);
      assertThat(world.journal()).isSameAs(journal);
      assertThat(uri).isEqualTo(beeper.baseUri());
      assertThat(token).isEqualTo(beeper.token()).isEqualTo(world.token()).isEqualTo(tokenBefore);
      assertThat(new Client(uri, token).get("/v1/chats").status()).isEqualTo(200);
      assertThat(journal.exchanges()).hasSize(1);
    }

    @AfterEach
    void after(FakeWorld world) {
      assertThat(world).isSameAs(worldOfConstructor);
      assertThat(world.journal().exchanges()).hasSize(1);
    }
  }

  @FakeBeeperTest
  static class SocketSample {
    @Test
    void a_test(ClientSockets sockets) {
      OPENED.add(sockets.open());
    }
  }

  @FakeBeeperTest
  static class InvocationsSample {
    @RepeatedTest(3)
    void repeated(FakeWorld world) {
      see(world.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://one.example", "http://two.example"})
    void parameterized(URI argument, FakeWorld world) {
      assertThat(argument).hasScheme("http").hasNoPort();
      see(world.name());
    }
  }

  @FakeBeeperTest
  static class FactorySample {
    @TestFactory
    Stream<DynamicTest> calls(FakeBeeper beeper) {
      return IntStream.rangeClosed(1, 3)
          .mapToObj(
              number ->
                  DynamicTest.dynamicTest(
                      "call " + number,
                      () -> {
                        new Client(beeper).get("/v1/accounts");
                        see(beeper.world().journal().exchanges().size());
                      }));
    }
  }

  @FakeBeeperTest
  @StartingWorld("three-accounts.yaml")
  abstract static class BaseSample {
    @Test
    void counts(FakeWorld world) {
      see(accounts(world) + " accounts");
    }
  }

  static class InheritedSample extends BaseSample {}

  @FakeBeeperTest
  @StartingWorld("three-accounts.yaml")
  @Retention(RetentionPolicy.RUNTIME)
  @interface ThreeAccountsTest {}

  @ThreeAccountsTest
  static class ComposedSample {
    @Test
    void counts(FakeWorld world) {
      see(accounts(world) + " accounts");
    }
  }

  @FakeBeeperTest
  static class NameSample {
    @Test
    void in_$_and_more(FakeWorld world) {
      see(world.name());
    }
  }

  @Nested
  class WorldsOfClasses {
    @Test
    void what_before_all_prepared_is_in_a_copy_for_each_test() {
      Run.of(PreparedSample.class).succeeded(2);

      assertThat(SEEN)
          .as("accounts before and after each test, and those of the class in the end")
          .containsExactly("2 -> 1", "2 -> 1", "2");
    }

    @Test
    void a_class_with_one_instance_injects_the_world_of_the_class() {
      Run.of(PerClassSample.class).succeeded(2);

      assertThat(SEEN).containsExactly("1 in class", "0 in test", "2 in class", "0 in test");
    }

    @Test
    void nested_classes_inherit_the_extension_and_prepare_copies_of_their_own() {
      Run.of(OuterSample.class).succeeded(2);

      assertThat(SEEN).containsExactlyInAnyOrder("outer 2", "inner 1");
    }
  }

  private static int accounts(FakeWorld world) {
    return world.accountIds().size();
  }

  private static void removeOne(FakeWorld world) {
    world.others().removeAccount(world.accountIds().get(0));
  }

  @FakeBeeperTest
  @StartingWorld("three-accounts.yaml")
  static class PreparedSample {
    private static FakeWorld prepared;

    @BeforeAll
    static void prepare(FakeWorld world) {
      assertThat(accounts(world)).isEqualTo(3);
      removeOne(world);
      prepared = world;
    }

    @RepeatedTest(2)
    void removes_one(FakeWorld world) {
      var before = accounts(world);
      removeOne(world);
      see(before + " -> " + accounts(world));
      assertThat(world.token()).isNotEqualTo(prepared.token());
    }

    @AfterAll
    static void look(FakeWorld world) {
      assertThat(world).isSameAs(prepared);
      see(accounts(world));
    }
  }

  @FakeBeeperTest
  @TestInstance(Lifecycle.PER_CLASS)
  static class PerClassSample {
    private final FakeBeeper ofClass;

    PerClassSample(FakeBeeper beeper) {
      ofClass = beeper;
    }

    @RepeatedTest(2)
    void calls(Journal ofTest) {
      new Client(ofClass).get("/v1/accounts");
      see(ofClass.world().journal().exchanges().size() + " in class");
      see(ofTest.exchanges().size() + " in test");
    }
  }

  @FakeBeeperTest
  @StartingWorld("three-accounts.yaml")
  static class OuterSample {
    @BeforeAll
    static void prepare(FakeWorld world) {
      removeOne(world);
    }

    @Test
    void of_the_outer_class(FakeWorld world) {
      see("outer " + accounts(world));
    }

    @Nested
    class Inner {
      @BeforeAll
      static void prepare(FakeWorld world) {
        removeOne(world);
      }

      @Test
      void of_the_inner_class(FakeWorld world) {
        see("inner " + accounts(world));
      }
    }
  }
}
