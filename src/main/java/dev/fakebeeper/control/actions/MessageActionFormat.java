package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.MessageFormat;

/** Reads what happens to messages. */
final class MessageActionFormat {
  private MessageActionFormat() {}

  static Action send(SourceNode node) {
    var fields = node.asFields("A message");
    var action =
        new MessageAction.Send(
            chatId(fields),
            from(fields),
            MessageFormat.html(fields),
            fields.text("replyTo"),
            fields.texts("mentions"),
            fields.texts("attachments"));
    fields.done();
    if (action.html() == null && action.attachments().isEmpty()) {
      throw fields.mistake(
          "The message is empty", "It has a text, an html or attachments", "Add \"text:\"");
    }
    return action;
  }

  static Action edit(SourceNode node) {
    var fields = node.asFields("An edit");
    var action = new MessageAction.Edit(chatId(fields), messageId(fields), requireHtml(fields));
    fields.done();
    return action;
  }

  static String requireHtml(Fields fields) {
    var html = MessageFormat.html(fields);
    return html == null ? fields.require("text").asText() : html;
  }

  static Action delete(SourceNode node) {
    var fields = node.asFields("A deletion");
    var action = new MessageAction.Delete(chatId(fields), messageId(fields));
    fields.done();
    return action;
  }

  static Action react(SourceNode node) {
    var fields = node.asFields("A reaction");
    var action =
        new MessageAction.React(chatId(fields), messageId(fields), from(fields), key(fields));
    fields.done();
    return action;
  }

  static Action unreact(SourceNode node) {
    var fields = node.asFields("The removal of a reaction");
    var action =
        new MessageAction.Unreact(chatId(fields), messageId(fields), from(fields), key(fields));
    fields.done();
    return action;
  }

  static Action read(SourceNode node) {
    var fields = node.asFields("A read");
    var action = new MessageAction.Read(chatId(fields));
    fields.done();
    return action;
  }

  static Action see(SourceNode node) {
    var fields = node.asFields("A receipt");
    var action = new MessageAction.See(chatId(fields), from(fields), fields.text("messageID"));
    fields.done();
    return action;
  }

  static String chatId(Fields fields) {
    return fields.require("chatID").asText();
  }

  static String from(Fields fields) {
    return fields.require("from").asText();
  }

  private static String messageId(Fields fields) {
    return fields.require("messageID").asText();
  }

  private static String key(Fields fields) {
    return fields.require("reactionKey").asText();
  }
}
