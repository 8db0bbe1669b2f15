package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.NewWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameBytesTest {

  @Test
  void two_runs_with_one_seed_give_the_same_answers_and_frames() {
    assertThat(run(7)).hasSizeGreaterThan(25).isEqualTo(run(7));
  }

  @Test
  void another_seed_gives_other_ids() {
    assertThat(run(7)).isNotEqualTo(run(8));
  }

  /** A little life in the default world, written down as it was answered and told. */
  private static List<String> run(long seed) {
    var told = new ArrayList<String>();
    try (var beeper = FakeBeeper.start()) {
      var world = beeper.worlds().open(NewWorld.named("run").seed(seed));
      var api = new Api(beeper, world.token());
      try (var socket = SocketClient.connect(beeper, world.token()).subscribe("*")) {
        told.add(api.get("/v1/accounts").text());
        for (var chat : api.walk("/v1/chats")) {
          told.add(chat.toString());
        }
        var chat = firstWritable(api);
        told.add(api.post(Api.messages(chat), "{\"text\":\"**hi**\"}").text());
        world.advance(Duration.ofMinutes(5));
        told.add(api.get(Api.messages(chat)).text());
        told.add(api.get("/v1/search?query=the").text());
        told.add(api.call("PATCH", Api.chat(chat), "{\"isPinned\":true}").text());
        socket.send("{\"type\":\"subscriptions.set\",\"chatIDs\":[]}");
        for (var frame = socket.next();
            !frame.path("type").asText().equals("subscriptions.updated");
            frame = socket.next()) {
          told.add(frame.toString());
        }
      }
    }
    return told;
  }

  private static String firstWritable(Api api) {
    for (var chat : api.get("/v1/chats").json().path("items")) {
      if (!chat.path("isReadOnly").asBoolean()) {
        return chat.path("id").asText();
      }
    }
    throw new AssertionError("no chat can be written in");
  }
}
