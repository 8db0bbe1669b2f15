package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.Somebody;
import dev.fakebeeper.control.worlds.When;
import java.util.List;
import java.util.Map;

/** What happens to chats and to who is in them. Chats go by id or local id. */
public sealed interface ChatAction extends Action {

  /** Somebody opens a direct chat with the owner, or it is there already. */
  record Open(String accountId, Somebody with) implements ChatAction {
    @Override
    public Outcome run(FakeWorld world) {
      var chat = world.others().openChat(accountId, with.userId(), with.fullName());
      return Outcome.made("chatID", chat);
    }
  }

  /** Somebody opens a group with the owner in it. */
  record OpenGroup(String accountId, String title, List<Somebody> members) implements ChatAction {
    /** Copies the members. */
    public OpenGroup {
      members = List.copyOf(members);
    }

    @Override
    public Outcome run(FakeWorld world) {
      return Outcome.made("chatID", world.others().openGroupOf(accountId, title, members));
    }
  }

  /** The owner leaves or deletes a chat elsewhere, or is removed from it. */
  record Remove(String chatId) implements ChatAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.others().removeChat(chatId);
      return Outcome.NOTHING;
    }
  }

  /** Somebody joins a group. */
  record Join(String chatId, Somebody who) implements ChatAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.others().join(chatId, who.userId(), who.fullName());
      return Outcome.NOTHING;
    }
  }

  /** Somebody leaves a group. */
  record Leave(String chatId, String userId) implements ChatAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.others().leave(chatId, userId);
      return Outcome.NOTHING;
    }
  }

  /**
   * Older messages come into a chat.
   *
   * @param invented how many made-up ones
   * @param messages those that are given
   * @param options how they come
   */
  record Backfill(String chatId, int invented, List<Past> messages, BackfillOptions options)
      implements ChatAction {
    /** Copies the messages. */
    public Backfill {
      messages = List.copyOf(messages);
    }

    @Override
    public Outcome run(FakeWorld world) {
      var history = world.others().history(chatId).invented(invented);
      var now = world.now();
      messages.forEach(one -> history.messageHtml(one.from(), one.at().in(now), one.html()));
      if (options.events()) {
        history.withEvents();
      }
      if (options.newSortKeys()) {
        history.underNewSortKeys();
      }
      return new Outcome(Map.of("messageIDs", history.store()));
    }
  }

  /**
   * An older message.
   *
   * @param at absolute, or relative to the present of the world
   * @param html the text as Matrix HTML
   */
  record Past(String from, When at, String html) {}

  /**
   * How older messages come.
   *
   * @param events whether each raises an event
   * @param newSortKeys whether their sort keys are newer than all that is there
   */
  record BackfillOptions(boolean events, boolean newSortKeys) {}
}
