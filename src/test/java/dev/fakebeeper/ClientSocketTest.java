package dev.fakebeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.control.ChatView;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientSocketTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private FakeBeeper beeper;
  private ClientSockets sockets;

  @BeforeEach
  void start() {
    beeper = FakeBeeper.start();
    sockets = beeper.clientSockets();
  }

  @AfterEach
  void stop() {
    sockets.close();
    beeper.close();
  }

  private String chat() {
    return chatView().id();
  }

  private ChatView chatView() {
    return beeper.world().inbox().chats().get(0);
  }

  private void hear(String text) {
    var people = chatView().participantIds();
    beeper.world().others().from(people.get(people.size() - 1)).text(text).in(chat());
  }

  @Test
  void it_hears_what_happens_in_its_chats_in_order() {
    var socket = sockets.openSubscribed(chat());

    hear("first");
    hear("second");

    assertThat(socket.await("message.upserted", SOON).text()).contains("first");
    assertThat(socket.await("message.upserted", SOON).text()).contains("second");
    assertThat(socket.frames())
        .extracting(ClientSocket.Frame::type)
        .startsWith("ready", "subscriptions.updated");
  }

  @Test
  void what_was_waited_for_in_vain_is_told_with_what_came_instead() {
    var socket = sockets.openSubscribed(chat());
    hear("hello");
    socket.await("message.upserted", SOON);
    beeper.world().sockets().closeAll(1001, "restarting");
    socket.awaitEnd(SOON);

    assertThatThrownBy(() -> socket.await("chat.deleted", SOON))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Waited PT10S for chat.deleted; 1 others came: chat.upserted; then the socket ended with"
                + " 1001. Look into the journal for what was sent.");
  }

  @Test
  void frames_that_a_vain_wait_saw_are_still_there_for_the_next() {
    var socket = sockets.openSubscribed(chat());
    hear("hello");

    assertThatThrownBy(() -> socket.await("chat.deleted", Duration.ofMillis(1)))
        .hasMessageStartingWith("Waited PT0.001S for chat.deleted; ");

    assertThat(socket.await("message.upserted", SOON).text()).contains("hello");
  }

  @Test
  void a_refused_upgrade_says_so() {
    var token = beeper.token();
    beeper.world().revokeToken(token);

    assertThatThrownBy(sockets::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("did not open")
        .hasMessageNotContaining(token);
  }

  @Test
  void nonsense_from_the_server_is_a_frame_without_type() {
    var socket = sockets.openSubscribed("*");
    beeper.world().sockets().next(1).ofType("message.upserted").rewrite(text -> "no json");

    hear("hello");

    assertThat(socket.await("nonsense", frame -> frame.text().equals("no json"), SOON).type())
        .isEmpty();
  }
}
