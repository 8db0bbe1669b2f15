package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.Others;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to messages. Chats go by id or local id, messages by any of their ids, people by
 * user id or {@link Others#ME}.
 */
public sealed interface MessageAction extends Action {

  /**
   * Somebody sends a message.
   *
   * @param html the text as Matrix HTML, null when there are only attachments
   * @param replyTo the message it answers, null for none
   * @param mentions user ids or {@code @room}
   * @param attachments URLs of assets of the world
   */
  record Send(
      String chatId,
      String from,
      @Nullable String html,
      @Nullable String replyTo,
      List<String> mentions,
      List<String> attachments)
      implements MessageAction {
    /** Copies the lists. */
    public Send {
      mentions = List.copyOf(mentions);
      attachments = List.copyOf(attachments);
    }

    @Override
    public Outcome run(FakeWorld world) {
      var message = world.others().from(from);
      if (html != null) {
        message.html(html);
      }
      if (replyTo != null) {
        message.replyTo(replyTo);
      }
      mentions.forEach(message::mention);
      attachments.forEach(message::attach);
      return Outcome.made("messageID", message.in(chatId));
    }
  }

  /** Somebody changes a message; the text is Matrix HTML. */
  record Edit(String chatId, String messageId, String html) implements MessageAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.others().editHtml(chatId, messageId, html);
      return Outcome.NOTHING;
    }
  }

  /** Somebody takes a message back. */
  record Delete(String chatId, String messageId) implements MessageAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.others().delete(chatId, messageId);
      return Outcome.NOTHING;
    }
  }

  /** Somebody reacts with an emoji. */
  record React(String chatId, String messageId, String from, String reactionKey)
      implements MessageAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.others().react(chatId, messageId, from, reactionKey);
      return Outcome.NOTHING;
    }
  }

  /** Somebody takes a reaction back. */
  record Unreact(String chatId, String messageId, String from, String reactionKey)
      implements MessageAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.others().unreact(chatId, messageId, from, reactionKey);
      return Outcome.NOTHING;
    }
  }

  /** The owner reads a chat on another device. */
  record Read(String chatId) implements MessageAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.others().readElsewhere(chatId);
      return Outcome.NOTHING;
    }
  }

  /**
   * Somebody has seen messages of the owner.
   *
   * @param upTo the last one they saw, null for all
   */
  record See(String chatId, String from, @Nullable String upTo) implements MessageAction {
    @Override
    public Outcome run(FakeWorld world) {
      if (upTo == null) {
        world.others().see(chatId, from);
      } else {
        world.others().seeUpTo(chatId, from, upTo);
      }
      return Outcome.NOTHING;
    }
  }
}
