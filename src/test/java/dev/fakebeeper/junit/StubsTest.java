package dev.fakebeeper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.FakeWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StubsTest {
  private static final String ACCOUNTS = "/v1/accounts";

  private static int status(FakeBeeper beeper) {
    return new Client(beeper).get(ACCOUNTS).status();
  }

  private static String body(FakeBeeper beeper) {
    return new Client(beeper).get(ACCOUNTS).body();
  }

  @Test
  void a_method_and_a_class_bring_stubs_and_the_nearer_ones_win() {
    Run.inParallel(LevelsSample.class).succeeded(5);
  }

  @FakeBeeperTest
  @Stubs("no-accounts")
  static class LevelsSample {
    @Test
    void of_the_class(FakeBeeper beeper) {
      assertThat(body(beeper)).isEqualTo("[]");
    }

    @Test
    @Stubs("accounts-down")
    void of_the_method(FakeBeeper beeper) {
      assertThat(status(beeper)).isEqualTo(502);
      assertThat(beeper.world().stubs().list()).hasSize(2);
    }

    @Test
    void a_reset_comes_back_to_them(FakeBeeper beeper) {
      beeper.world().stubs().list().forEach(stub -> beeper.world().stubs().remove(stub.id()));
      assertThat(body(beeper)).isNotEqualTo("[]");

      beeper.world().reset();

      assertThat(body(beeper)).isEqualTo("[]");
    }

    @Nested
    @Stubs("accounts-down")
    class Inside {
      @Test
      void of_the_nested_class(FakeBeeper beeper) {
        assertThat(status(beeper)).isEqualTo(502);
      }

      @Test
      @Stubs("no-accounts/mappings/accounts.json")
      void of_a_file(FakeBeeper beeper) {
        assertThat(body(beeper)).isEqualTo("[]");
      }
    }
  }

  @Test
  void a_test_without_the_annotation_has_none() {
    Run.of(NoneSample.class).succeeded(2);
  }

  @FakeBeeperTest
  static class NoneSample {
    @RepeatedTest(2)
    void a_test(FakeBeeper beeper) {
      assertThat(body(beeper)).isNotEqualTo("[]");
      beeper
          .world()
          .stubs()
          .add(
              "{\"request\": {\"url\": \"/v1/accounts\"}, \"response\": {\"headers\": {\"Content-Type\": \"application/json\"}, \"body\": \"[]\"}}");
      assertThat(body(beeper)).isEqualTo("[]");
    }
  }

  @Test
  void tests_that_copy_the_world_of_their_class_have_the_stubs_of_both() {
    Run.of(PreparedSample.class).succeeded(2);
  }

  @FakeBeeperTest
  @Stubs("no-accounts")
  static class PreparedSample {
    @BeforeAll
    static void prepare(FakeWorld world) {
      world.others().openChat(world.accountIds().get(0), "@zoe:beeper.local", "Zoe");
    }

    @Test
    void of_the_class(FakeBeeper beeper) {
      assertThat(body(beeper)).isEqualTo("[]");
    }

    @Test
    @Stubs("accounts-down")
    void of_the_method(FakeBeeper beeper) {
      assertThat(status(beeper)).isEqualTo(502);
    }
  }

  @Test
  void a_given_fake_has_the_stubs_of_each_test_by_turns() {
    Run.of(GivenSample.class).succeeded(2);
  }

  static class GivenSample {
    private static final FakeBeeper GIVEN = FakeBeeper.start(FakeBeeperConfig.forTests());

    @RegisterExtension static final FakeBeeperExtension EXTENSION = FakeBeeperExtension.over(GIVEN);

    @Test
    @Stubs("no-accounts")
    void with(FakeBeeper beeper) {
      assertThat(body(beeper)).isEqualTo("[]");
    }

    @Test
    void without(FakeBeeper beeper) {
      assertThat(body(beeper)).isNotEqualTo("[]");
    }
  }

  @Test
  void a_folder_that_is_nowhere_is_refused_with_where_it_was_looked_for() {
    assertThat(Run.of(NowhereSample.class).messages())
        .singleElement()
        .asString()
        .startsWith(
            "There is no file or folder nowhere: no resource beside dev.fakebeeper.junit.StubsTest$NowhereSample");
  }

  @FakeBeeperTest
  static class NowhereSample {
    @Test
    @Stubs("nowhere")
    void a_test(FakeBeeper beeper) {}
  }

  @Test
  void a_broken_mapping_fails_the_test_with_its_line() {
    assertThat(Run.of(BrokenSample.class).messages())
        .singleElement()
        .asString()
        .startsWith("StubsTest.BrokenSample.a_test cannot begin.")
        .contains("broken-stub.json:4")
        .contains("breaks the contract");
  }

  @FakeBeeperTest
  static class BrokenSample {
    @Test
    @Stubs("broken-stub.json")
    void a_test(FakeBeeper beeper) {}
  }

  @Test
  void a_stub_that_breaks_the_contract_in_use_fails_the_test() {
    assertThat(Run.of(UnlawfulSample.class).messages())
        .singleElement()
        .asString()
        .contains("FB-STUB-INVALID")
        .contains("getAccounts");
  }

  @FakeBeeperTest
  static class UnlawfulSample {
    @Test
    void a_test(FakeBeeper beeper) {
      beeper
          .world()
          .stubs()
          .add(
              "{\"request\": {\"urlPathPattern\": \"/v1/acc.*\"}, \"response\": {\"body\": \"hello\"}}");
      assertThat(status(beeper)).isEqualTo(500);
    }
  }
}
