package dev.fakebeeper.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.FakeWorld;
import java.lang.ref.WeakReference;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;

class OwnServerTest {
  private static final FakeBeeperConfig OLD =
      FakeBeeperConfig.forTests().toBuilder().apiVersion("4.1.294").world("empty").build();

  private static final List<FakeBeeper> MET = new CopyOnWriteArrayList<>();
  private static final List<Integer> ACCOUNTS = new CopyOnWriteArrayList<>();

  @BeforeEach
  void forget() {
    MET.clear();
    ACCOUNTS.clear();
  }

  private static long ports() {
    return MET.stream().map(FakeBeeper::port).distinct().count();
  }

  private static long tokens() {
    return MET.stream().map(FakeBeeper::token).distinct().count();
  }

  @Test
  void in_a_static_field_it_is_one_server_for_the_class_and_its_nested_classes() {
    Run.of(StaticSample.class).succeeded(3);

    assertThat(ports()).isEqualTo(1);
    assertThat(tokens()).isEqualTo(3);
    assertThat(ACCOUNTS).containsOnly(1);
    assertThatThrownBy(() -> new Client(MET.get(0)).get("/v1/info"))
        .hasCauseInstanceOf(ConnectException.class);
  }

  static class StaticSample {
    @RegisterExtension static final FakeBeeperExtension BEEPER = FakeBeeperExtension.of(OLD);

    @RepeatedTest(2)
    @AllowViolations("FB-ROUTE-UNKNOWN")
    void is_an_old_server(FakeBeeper beeper) {
      meet(beeper);
      assertThat(new Client(beeper).get("/v1/info").status()).isEqualTo(404);
    }

    @Nested
    class Inner {
      @Test
      void too(FakeBeeper beeper) {
        meet(beeper);
      }
    }
  }

  private static void meet(FakeBeeper beeper) {
    MET.add(beeper);
    ACCOUNTS.add(beeper.world().accountIds().size());
  }

  @Test
  void in_an_instance_field_it_is_a_server_for_each_test() {
    Run.of(InstanceSample.class).succeeded(2);

    assertThat(ports()).isEqualTo(2);
    assertThat(MET)
        .allSatisfy(
            met ->
                assertThatThrownBy(() -> new Client(met).get("/v1/info"))
                    .hasCauseInstanceOf(ConnectException.class));
  }

  static class InstanceSample {
    @RegisterExtension final FakeBeeperExtension beeper = FakeBeeperExtension.of(OLD);

    @RepeatedTest(2)
    void has_its_server(FakeBeeper own) {
      for (var before : MET) {
        assertThat(own.port()).isNotEqualTo(before.port());
      }
      meet(own);
    }
  }

  /** A suite with a server for each test would else end for want of memory. */
  @Test
  void nothing_keeps_a_server_that_its_test_has_left() {
    Run.of(ForgottenSample.class).succeeded(2);
  }

  static class ForgottenSample {
    private static WeakReference<FakeBeeper> before = new WeakReference<>(null);

    @RegisterExtension final FakeBeeperExtension beeper = FakeBeeperExtension.of(OLD);

    @RepeatedTest(2)
    void finds_the_one_before_gone(FakeBeeper own) {
      for (int tries = 0; tries < 50 && before.get() != null; tries++) {
        System.gc();
      }
      assertThat(before.get()).isNull();
      before = new WeakReference<>(own);
    }
  }

  @Test
  void in_an_instance_field_of_a_class_with_one_instance_it_is_one_server_for_the_class() {
    Run.of(OneInstanceSample.class).succeeded(2);

    assertThat(ports()).isEqualTo(1);
    assertThat(tokens()).isEqualTo(2);
  }

  @TestInstance(Lifecycle.PER_CLASS)
  static class OneInstanceSample {
    @RegisterExtension final FakeBeeperExtension beeper = FakeBeeperExtension.of(OLD);

    @RepeatedTest(2)
    void has_its_world(FakeBeeper own) {
      meet(own);
    }
  }

  @Test
  void a_given_fake_begins_anew_before_each_test_and_is_left_running() {
    Run.of(GivenSample.class).succeeded(2);

    assertThat(MET).containsExactly(GivenSample.BEEPER, GivenSample.BEEPER);
    assertThat(new Client(GivenSample.BEEPER).get("/v1/info").status()).isEqualTo(200);
    GivenSample.BEEPER.close();
  }

  static class GivenSample {
    static final FakeBeeper BEEPER = FakeBeeper.start();

    @RegisterExtension
    static final FakeBeeperExtension EXTENSION = FakeBeeperExtension.over(BEEPER);

    @RepeatedTest(2)
    void removes_an_account(FakeBeeper beeper, FakeWorld world) {
      MET.add(beeper);
      assertThat(world.accountIds()).hasSize(10);
      assertThat(world.journal().exchanges()).isEmpty();
      assertThat(new Client(beeper).get("/v1/accounts").status()).isEqualTo(200);
      world.others().removeAccount(world.accountIds().get(0));
    }
  }

  @Test
  void a_class_that_looks_at_a_given_fake_does_not_judge_its_tests() {
    Run.of(JudgeSample.class).succeeded(1);

    JudgeSample.BEEPER.close();
  }

  static class JudgeSample {
    static final FakeBeeper BEEPER = FakeBeeper.start();

    @RegisterExtension
    static final FakeBeeperExtension EXTENSION = FakeBeeperExtension.over(BEEPER);

    @BeforeAll
    static void look(FakeWorld world) {
      assertThat(world).isSameAs(BEEPER.world());
    }

    @Test
    @AllowViolations("FB-ROUTE-UNKNOWN")
    void goes_astray(FakeBeeper beeper) {
      new Client(beeper).get("/v1/chat");
    }
  }

  @Test
  void two_tests_in_the_one_world_of_a_given_fake_are_refused() {
    var run = Run.inParallel(CrowdSample.class);

    assertThat(run.messages())
        .singleElement()
        .asString()
        .matches(
            "OwnServerTest.CrowdSample.(one|other) began while OwnServerTest.CrowdSample.(one|other) ran, and both live in the one world of the fake that FakeBeeperExtension.over was given. "
                + "Put @ResourceLock\\(\"beeper\"\\) on the classes that use it so that their tests run one after the other, or let each test have a world of its own with @FakeBeeperTest.");
    CrowdSample.BEEPER.close();
  }

  static class CrowdSample {
    static final FakeBeeper BEEPER = FakeBeeper.start();
    private static final CountDownLatch REFUSED = new CountDownLatch(1);

    @RegisterExtension
    static final FakeBeeperExtension EXTENSION = FakeBeeperExtension.over(BEEPER);

    /** Frees the test that was let in when the other was not. */
    @RegisterExtension
    static final TestWatcher WATCHER =
        new TestWatcher() {
          @Override
          public void testFailed(ExtensionContext context, Throwable cause) {
            REFUSED.countDown();
          }
        };

    @Test
    void one() throws Exception {
      assertThat(REFUSED.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void other() throws Exception {
      assertThat(REFUSED.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
