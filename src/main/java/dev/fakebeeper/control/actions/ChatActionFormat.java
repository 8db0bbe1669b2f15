package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.Somebody;
import dev.fakebeeper.control.actions.ChatAction.BackfillOptions;
import dev.fakebeeper.control.actions.ChatAction.Past;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.When;

/** Reads what happens to chats. */
final class ChatActionFormat {
  private ChatActionFormat() {}

  static Action open(SourceNode node) {
    var fields = node.asFields("A chat");
    var action = new ChatAction.Open(accountId(fields), somebody(fields));
    fields.done();
    return action;
  }

  static Action openGroup(SourceNode node) {
    var fields = node.asFields("A group");
    var members = fields.require("members").asList(ChatActionFormat::member);
    var action =
        new ChatAction.OpenGroup(accountId(fields), fields.require("title").asText(), members);
    fields.done();
    return action;
  }

  private static Somebody member(SourceNode node) {
    if (node instanceof SourceNode.Scalar) {
      return Somebody.known(node.asText());
    }
    var fields = node.asFields("A member of a group");
    var somebody = somebody(fields);
    fields.done();
    return somebody;
  }

  private static Somebody somebody(Fields fields) {
    return new Somebody(fields.require("userID").asText(), fields.text("fullName"));
  }

  static Action remove(SourceNode node) {
    var fields = node.asFields("The removal of a chat");
    var action = new ChatAction.Remove(MessageActionFormat.chatId(fields));
    fields.done();
    return action;
  }

  static Action join(SourceNode node) {
    var fields = node.asFields("A join");
    var action = new ChatAction.Join(MessageActionFormat.chatId(fields), somebody(fields));
    fields.done();
    return action;
  }

  static Action leave(SourceNode node) {
    var fields = node.asFields("A departure");
    var action =
        new ChatAction.Leave(MessageActionFormat.chatId(fields), fields.require("userID").asText());
    fields.done();
    return action;
  }

  static Action backfill(SourceNode node) {
    var fields = node.asFields("A history");
    var action =
        new ChatAction.Backfill(
            MessageActionFormat.chatId(fields),
            fields.number("count", 0),
            fields.list("messages", ChatActionFormat::past),
            new BackfillOptions(fields.flag("events"), fields.flag("newSortKeys")));
    fields.done();
    return action;
  }

  private static Past past(SourceNode node) {
    var fields = node.asFields("An older message");
    var past =
        new Past(
            MessageActionFormat.from(fields),
            When.read(fields.require("at")),
            MessageActionFormat.requireHtml(fields));
    fields.done();
    return past;
  }

  static String accountId(Fields fields) {
    return fields.require("accountID").asText();
  }
}
