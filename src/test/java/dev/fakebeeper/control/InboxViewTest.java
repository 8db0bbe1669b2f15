package dev.fakebeeper.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.control.MessageView.Author;
import dev.fakebeeper.control.MessageView.Sending;
import dev.fakebeeper.world.SendStatus;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxViewTest {
  private final FakeWorld world =
      new FakeWorlds(new Worlds(), WorldRules.defaults())
          .open(NewWorld.named("test").startingFrom("empty"));

  private String group(String title) {
    return world.others().openGroup(world.accountIds().get(0), title, List.of("@ann:b.c"));
  }

  @Test
  void chats_go_by_title_and_by_both_ids() {
    var lunch = group("Lunch");
    group("Gym");

    var view = world.inbox().chat("Lunch");

    assertThat(view.id()).isEqualTo(lunch);
    assertThat(world.inbox().chat(lunch)).isEqualTo(view);
    assertThat(world.inbox().chat(view.localId())).isEqualTo(view);
    assertThat(view.kind()).isEqualTo(ChatView.Kind.GROUP);
    assertThat(view.participantIds()).contains("@ann:b.c");
    assertThat(world.inbox().findChat("Dinner")).isEmpty();
  }

  @Test
  void the_newest_activity_comes_first_and_messages_come_in_their_order() {
    var lunch = group("Lunch");
    group("Gym");
    world.advance(Duration.ofMinutes(1));
    world.others().from("@ann:b.c").text("noon?").in(lunch);
    world.others().from("@ann:b.c").text("or <b>one</b>?").in(lunch);

    assertThat(world.inbox().chats()).extracting(ChatView::title).containsExactly("Lunch", "Gym");
    assertThat(world.inbox().chat("Lunch").unreadCount()).isEqualTo(2);
    assertThat(world.inbox().messages("Lunch"))
        .extracting(MessageView::text)
        .containsExactly("noon?", "or &lt;b&gt;one&lt;/b&gt;?");
    assertThat(world.inbox().messages("Lunch"))
        .allSatisfy(
            message -> {
              assertThat(message.author()).isEqualTo(Author.SOMEBODY_ELSE);
              assertThat(message.senderId()).isEqualTo("@ann:b.c");
              assertThat(message.sending()).isNull();
            });
    assertThat(world.journal().entries()).isEmpty();
  }

  @Test
  void a_title_that_nobody_has_is_refused_with_the_nearest() {
    group("Lunch");
    group("Gym");

    assertThatThrownBy(() -> world.inbox().chat("Lnuch"))
        .hasMessage("There is no chat \"Lnuch\" in the world \"test\". Did you mean \"Lunch\"?");
    assertThatThrownBy(() -> world.inbox().messages("Somewhere else"))
        .hasMessage(
            "There is no chat \"Somewhere else\" in the world \"test\". There are: Gym, Lunch.");
  }

  @Test
  void a_title_that_two_have_is_refused_with_their_ids() {
    var one = group("Lunch");
    var other = group("Lunch");

    assertThatThrownBy(() -> world.inbox().chat("Lunch"))
        .hasMessageStartingWith("2 chats of the world \"test\" are called \"Lunch\".")
        .hasMessageContaining(one)
        .hasMessageContaining(other);
  }

  @Test
  void every_state_of_a_sending_has_its_word() {
    assertThat(Arrays.stream(Sending.values()).map(Enum::name))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SendStatus.State.values()).map(Enum::name).toList());
  }
}
