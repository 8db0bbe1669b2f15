package dev.fakebeeper.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.events.EventMatch;
import dev.fakebeeper.events.Numbering;
import dev.fakebeeper.events.RuleStatus;
import dev.fakebeeper.events.StreamEffect;
import dev.fakebeeper.events.StreamRule;
import dev.fakebeeper.world.WorldException;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Control over sockets without a server. */
class SocketsTest {
  private final FakeWorld world =
      new FakeWorlds(new Worlds(), WorldRules.defaults())
          .open(NewWorld.named("alone").startingFrom("empty"));
  private final Sockets sockets = world.sockets();

  @Test
  void without_a_server_nobody_is_connected() {
    sockets.closeAll(1001, "");
    sockets.cutAll();
    sockets.halfOpenAll();
    sockets.release();

    assertThat(sockets.list()).isEmpty();
    assertThatThrownBy(() -> sockets.awaitOpen(1, Duration.ZERO))
        .hasMessageContaining("of the world \"alone\"; there are: none.");
    assertThatThrownBy(() -> sockets.send("socket-1", "{}"))
        .isInstanceOf(WorldException.class)
        .hasMessageContaining("Socket not found: socket-1. Open in the world \"alone\": none.");
  }

  @Test
  void a_rule_says_which_events_and_then_what_happens_to_them() {
    sockets.next(3).ofType("message.upserted").inChat("!a").onSocket("socket-2").duplicate(2);
    sockets.every().lose(Numbering.ON_DEPARTURE);
    sockets.next().reorder(4, Numbering.ON_ARRIVAL);

    assertThat(sockets.rules())
        .extracting(RuleStatus::rule)
        .containsExactly(
            new StreamRule(
                new EventMatch("message.upserted", "!a", "socket-2"),
                3,
                new StreamEffect.Duplicate(2, Numbering.ON_DEPARTURE)),
            new StreamRule(
                EventMatch.any(), StreamRule.ALWAYS, new StreamEffect.Lose(Numbering.ON_DEPARTURE)),
            new StreamRule(EventMatch.any(), 1, new StreamEffect.Reorder(4, Numbering.ON_ARRIVAL)));
  }

  @Test
  void rules_go_by_id_all_at_once_or_with_a_reset() {
    var lose = sockets.next().lose();
    sockets.next().hold();
    assertThat(sockets.removeRule(lose)).isTrue();
    assertThat(sockets.removeRule(lose)).isFalse();
    assertThat(sockets.rules()).hasSize(1);

    sockets.clearRules();
    assertThat(sockets.rules()).isEmpty();

    sockets.next().withoutEntries();
    world.reset();
    assertThat(sockets.rules()).isEmpty();
  }
}
