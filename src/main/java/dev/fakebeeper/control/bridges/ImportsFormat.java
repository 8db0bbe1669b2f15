package dev.fakebeeper.control.bridges;

import dev.fakebeeper.control.actions.Length;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.world.Arrival;
import dev.fakebeeper.world.Arrival.ImportedChat;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.UserBuilder;
import java.time.Duration;
import java.util.List;

/** Reads what a network hands over to a new account. */
final class ImportsFormat {
  private static final int PORTIONS = 10;

  private ImportsFormat() {}

  static Arrival.Imports read(SourceNode node) {
    var fields = node.asFields("What comes with an account");
    var portions = fields.find("portions");
    var imports =
        new Arrival.Imports(
            fields.or("connecting", Length::read, Duration.ZERO),
            fields.or("backfilling", Length::read, Duration.ZERO),
            portions == null ? PORTIONS : portions(portions),
            fields.list("chats", ImportsFormat::chat),
            fields.list("lines", SourceNode::asText));
    fields.done();
    return imports;
  }

  private static int portions(SourceNode node) {
    var portions = node.asCount();
    if (portions == 0) {
      throw node.mistake("No portion at all", "What comes, comes in parts", "Write 1 or more");
    }
    return portions;
  }

  private static ImportedChat chat(SourceNode node) {
    var fields = node.asFields("A chat that comes");
    var with = fields.orNull("with", ImportsFormat::person);
    var title = fields.text("title");
    var people = fields.list("people", ImportsFormat::person);
    var messages = fields.require("messages").asCount();
    fields.done();
    if ((with == null) == (title == null) || (with != null && !people.isEmpty())) {
      throw node.mistake(
          "This is neither a direct chat nor a group",
          "A direct chat is with somebody, a group has a title and people",
          "Write \"with\", or \"title\" and \"people\"");
    }
    return new ImportedChat(title, with == null ? people : List.of(with), messages);
  }

  private static User person(SourceNode node) {
    if (node instanceof SourceNode.Scalar) {
      return UserBuilder.builder().id("").fullName(node.asText()).build();
    }
    var fields = node.asFields("A person");
    var person =
        UserBuilder.builder()
            .id("")
            .fullName(fields.require("name").asText())
            .username(fields.text("username"))
            .phoneNumber(fields.text("phone"))
            .email(fields.text("email"))
            .build();
    fields.done();
    return person;
  }
}
