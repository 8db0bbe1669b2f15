package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.SourceNode;

/**
 * How a network makes ids: texts with slots in braces. {@code {text}} is opaque and new each time,
 * {@code {login}} the owner's handle, {@code {bridge}} the bridge, {@code {person}} somebody's key;
 * {@code {phone}}, {@code {username}}, {@code {email}} and {@code {number}} are theirs too.
 *
 * @param account of account ids
 * @param login of the owner's handle
 * @param user of user ids
 * @param chat of the ids of direct chats
 * @param group of the ids of groups
 */
record IdPatterns(String account, String login, String user, String chat, String group) {
  private static final String CHAT = "!{text}:beeper.com";

  /** The patterns of a network that says nothing of its own. */
  static IdPatterns usual(String type) {
    return new IdPatterns("{bridge}", "{text}", "@" + type + "_{person}:beeper.com", CHAT, CHAT);
  }

  static IdPatterns read(SourceNode node, String type) {
    var fields = node.asFields("A set of id patterns");
    var usual = usual(type);
    var chat = fields.text("chat", usual.chat());
    var patterns =
        new IdPatterns(
            fields.text("account", usual.account()),
            fields.text("login", usual.login()),
            fields.text("user", usual.user()),
            chat,
            fields.text("group", chat));
    fields.done();
    return patterns;
  }
}
