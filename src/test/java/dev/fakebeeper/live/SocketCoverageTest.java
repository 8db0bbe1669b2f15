package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.contract.Coverable.Dimension;
import dev.fakebeeper.control.coverage.CoverageReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client that listens exercises of the contract. */
class SocketCoverageTest {

  @Test
  void a_client_that_listens_covers_the_socket_its_command_and_the_events_it_got() {
    var config = FakeBeeperConfig.forTests().toBuilder().coverage().build();
    try (var beeper = FakeBeeper.start(config)) {
      var chats = TwoChats.open(beeper);
      try (var socket = SocketClient.connect(beeper, chats.token()).subscribe(chats.lunch())) {
        chats.says(chats.lunch(), chats.ann(), "noon?");
        awaitMessage(socket);

        var report = beeper.coverage().report(chats.control().name());

        assertThat(covered(report, Dimension.OPERATIONS)).containsExactly("webSocket");
        assertThat(covered(report, Dimension.COMMANDS)).containsExactly("subscriptions.set");
        assertThat(covered(report, Dimension.EVENTS))
            .contains("ready", "subscriptions.updated", "message.upserted")
            .doesNotContain("error", "message.deleted");
        assertThat(covered(report, Dimension.ANSWER_VALUES)).contains("/type = TEXT");
      }
    }
  }

  private static void awaitMessage(SocketClient socket) {
    var type = "";
    while (!type.equals("message.upserted")) {
      type = socket.next().path("type").asText();
    }
  }

  private static List<String> covered(CoverageReport report, Dimension dimension) {
    return report.subjects().stream()
        .flatMap(subject -> subject.part(dimension).covered().stream())
        .toList();
  }
}
