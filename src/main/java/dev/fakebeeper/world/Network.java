package dev.fakebeeper.world;

import org.jspecify.annotations.Nullable;

/**
 * One kind of network and what its bridge can do. Data, loaded with the starting world.
 *
 * @param type the bridge type, such as {@code whatsapp}; the key
 * @param displayName the name shown to people
 * @param capabilities what chats of this network allow unless a chat says otherwise
 * @param reactionsPerPerson how many reactions one person may have on one message
 * @param live whether the network raises events at all (iMessage does not)
 * @param notifyAnyway whether a notification may be forced through a focus mode
 */
public record Network(
    String type,
    String displayName,
    ChatCapabilities capabilities,
    int reactionsPerPerson,
    boolean live,
    boolean notifyAnyway) {

  /** A network that nobody described: everything optional is absent. */
  public static Network unknown(String type, @Nullable String displayName) {
    return new Network(
        type, displayName == null ? type : displayName, ChatCapabilities.none(), 1, true, false);
  }
}
