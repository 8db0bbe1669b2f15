package dev.fakebeeper.live;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Does one random thing in a world: what a client may do, over HTTP, or what others do. */
final class RandomActor {
  private final TwoChats world;
  private final Api api;

  RandomActor(TwoChats world, Api api) {
    this.world = world;
    this.api = api;
  }

  /** Returns in words what was done. */
  String act(SplittableRandom random) {
    var chat = random.nextBoolean() ? world.lunch() : world.gym();
    var person = chat.equals(world.lunch()) ? world.ann() : world.bea();
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> "incoming " + world.says(chat, person, "text " + random.nextInt(100));
      case 3, 4 -> send(chat, random);
      case 5 -> "read: " + api.post(Api.chat(chat) + "/read", "{}").status();
      case 6 -> "unread: " + api.post(Api.chat(chat) + "/unread", "{}").status();
      case 7 -> patch(chat, random);
      case 8 -> onMessage(chat, random, "react");
      case 9 -> onMessage(chat, random, "edit");
      case 10 -> onMessage(chat, random, "delete");
      case 11 -> {
        world.control().advance(Duration.ofSeconds(random.nextInt(1, 4_000)));
        yield "time passes";
      }
      case 12 -> {
        world.control().others().see(chat, person);
        yield "seen";
      }
      default -> remind(chat, random);
    };
  }

  private String send(String chat, SplittableRandom random) {
    var body = "{\"text\":\"own *" + random.nextInt(100) + "*\"}";
    return "send: " + api.post(Api.messages(chat), body).status();
  }

  private String patch(String chat, SplittableRandom random) {
    var body =
        List.of(
                "{\"isPinned\":true}",
                "{\"isArchived\":true}",
                "{\"isMuted\":" + random.nextBoolean() + "}",
                "{\"draft\":{\"text\":\"d\"}}",
                "{\"draft\":null}",
                "{\"messageExpirySeconds\":3600}")
            .get(random.nextInt(6));
    return "patch " + body + ": " + api.call("PATCH", Api.chat(chat), body).status();
  }

  private String remind(String chat, SplittableRandom random) {
    var at = world.control().now().plusSeconds(random.nextInt(1, 2_000));
    var body =
        "{\"reminder\":{\"remindAt\":\"%s\",\"dismissOnIncomingMessage\":%s}}"
            .formatted(at, random.nextBoolean());
    return "remind: " + api.post(Api.chat(chat) + "/reminders", body).status();
  }

  private String onMessage(String chat, SplittableRandom random, String what) {
    var messages = api.get(Api.messages(chat)).json().path("items");
    if (messages.isEmpty()) {
      return "nothing to " + what;
    }
    var id = messages.get(random.nextInt(messages.size())).path("id").asText();
    var path = Api.message(chat, id);
    var status =
        switch (what) {
          case "react" -> api.post(path + "/reactions", "{\"reactionKey\":\"👍\"}").status();
          case "edit" ->
              api.call("PUT", path, "{\"text\":\"edited " + random.nextInt() + "\"}").status();
          default -> api.call("DELETE", path + "?forEveryone=false", null).status();
        };
    return what + " " + id + ": " + status;
  }
}
