package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.SourceNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, whatever the network.
 *
 * @param key the name in the file
 * @param name what people call them, null when no network tells
 * @param username a handle, null when they have none
 * @param phone E.164, null when unknown
 * @param email null when unknown
 * @param avatar the asset of their picture, null when there is none
 * @param cannotMessage whether no conversation can be opened with them
 * @param ids user ids that do not follow the network's pattern, by network
 */
record Person(
    String key,
    @Nullable String name,
    @Nullable String username,
    @Nullable String phone,
    @Nullable String email,
    @Nullable Ref avatar,
    boolean cannotMessage,
    Map<String, String> ids) {

  /** Somebody of whom only the name is known; the short form of the file. */
  static Person named(String key, String name) {
    return new Person(key, name, null, null, null, null, false, Map.of());
  }

  static Person read(String key, SourceNode node) {
    if (node instanceof SourceNode.Scalar) {
      return named(key, node.asText());
    }
    var fields = node.asFields("A person");
    var person =
        new Person(
            key,
            fields.text("name"),
            fields.text("username"),
            fields.text("phone"),
            fields.text("email"),
            fields.orNull("avatar", Ref.READ),
            fields.flag("cannotMessage"),
            fields.map("ids", SourceNode::asText));
    fields.done();
    return person;
  }

  /** What stands for them in an id pattern; the key stands in for what is unknown. */
  @Nullable String slot(String slot) {
    return switch (slot) {
      case "person" -> key;
      case "username" -> username == null ? key : username;
      case "phone" -> phone == null ? key : phone.replace("+", "");
      case "email" -> email == null ? key : email;
      case "number" -> number();
      default -> null;
    };
  }

  /** Nine digits that belong to the key in every run; String.hashCode is specified. */
  private String number() {
    var spread = key.hashCode() * 0x9E3779B1L;
    return Long.toString(100_000_000 + Math.floorMod(spread, 899_999_999L));
  }

  /** What a network tells of them. */
  @Nullable String shown(NetworkPlan.Shown what, List<NetworkPlan.Shown> shows) {
    if (!shows.contains(what)) {
      return null;
    }
    return switch (what) {
      case USERNAME -> username;
      case PHONE -> phone;
      case EMAIL -> email;
    };
  }
}
