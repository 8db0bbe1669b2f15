package dev.fakebeeper.control;

import dev.fakebeeper.control.source.Nearest;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What is in a world, for a test that looks without asking the API: nothing of it stands in the
 * journal. Chats go by their titles too. Thread-safe; each call looks at the world as it is then.
 *
 * <pre>{@code
 * var lunch = world.inbox().chat("Lunch");
 * world.others().from("@ann:example.org").text("noon?").in(lunch.id());
 * assertEquals(1, world.inbox().chat("Lunch").unreadCount());
 * }</pre>
 */
public final class InboxView {
  private final World world;

  InboxView(World world) {
    this.world = world;
  }

  /** Every chat of every account, the one with the newest activity first. */
  public List<ChatView> chats() {
    var state = world.read();
    var chats = new ArrayList<ChatView>();
    state
        .inbox()
        .newestFirst(state.accounts().keySet())
        .forEachRemaining(entry -> chats.add(view(state, state.requireChat(entry.chatId()))));
    return chats;
  }

  /**
   * A chat.
   *
   * @param titleOrId the whole title, or one of its ids
   * @throws IllegalArgumentException when there is none, or more than one of that title
   */
  public ChatView chat(String titleOrId) {
    return findChat(titleOrId)
        .orElseThrow(
            () -> {
              var titles = chats().stream().map(ChatView::title).toList();
              var hint =
                  Nearest.of(titleOrId, titles)
                      .map(near -> "Did you mean \"" + near + "\"?")
                      .orElse("There are: " + String.join(", ", titles) + ".");
              return new IllegalArgumentException(
                  "There is no chat \"%s\" in the world \"%s\". %s"
                      .formatted(titleOrId, world.name(), hint));
            });
  }

  /**
   * A chat, if it is there.
   *
   * @param titleOrId the whole title, or one of its ids
   * @throws IllegalArgumentException when more than one has that title
   */
  public Optional<ChatView> findChat(String titleOrId) {
    var state = world.read();
    var byId = state.findChat(titleOrId).map(chat -> view(state, chat));
    return byId.isPresent() ? byId : ofTitle(titleOrId);
  }

  private Optional<ChatView> ofTitle(String title) {
    var found = chats().stream().filter(chat -> chat.title().equals(title)).toList();
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "%d chats of the world \"%s\" are called \"%s\". Take one by its id: %s."
              .formatted(
                  found.size(),
                  world.name(),
                  title,
                  String.join(", ", found.stream().map(ChatView::id).toList())));
    }
    return found.stream().findFirst();
  }

  /**
   * The messages of a chat, the oldest first.
   *
   * @param titleOrId the whole title of the chat, or one of its ids
   * @throws IllegalArgumentException when there is none, or more than one of that title
   */
  public List<MessageView> messages(String titleOrId) {
    var id = chat(titleOrId).id();
    var state = world.read();
    Iterable<Message> newestFirst = () -> state.logOf(state.requireChat(id)).newestFirst();
    var messages =
        new ArrayList<>(
            StreamSupport.stream(newestFirst.spliterator(), false).map(MessageView::of).toList());
    Collections.reverse(messages);
    return messages;
  }

  private static ChatView view(WorldState state, Chat chat) {
    return ChatView.of(chat, state.logOf(chat).size());
  }
}
