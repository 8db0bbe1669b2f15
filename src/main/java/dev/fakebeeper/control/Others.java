package dev.fakebeeper.control;

import dev.fakebeeper.control.worlds.HtmlText;
import dev.fakebeeper.world.AccountStatus;
import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.AttachmentBuilder;
import dev.fakebeeper.world.AttachmentKind;
import dev.fakebeeper.world.ChatRules;
import dev.fakebeeper.world.Incoming;
import dev.fakebeeper.world.IncomingBuilder;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.OthersRules;
import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.UserBuilder;
import dev.fakebeeper.world.World;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;

/**
 * What other people do in a world, and what the owner does on another device. Chats go by id or
 * local id, messages by any of their ids, people by user id. What does not exist is refused with a
 * {@code WorldException} that names it.
 */
public final class Others {
  private final World world;

  Others(World world) {
    this.world = world;
  }

  /** A message that somebody is about to send. */
  public Draft from(String userId) {
    return new Draft(userId, IncomingBuilder.builder());
  }

  /** A message in the making; send it with {@link #in}. */
  public final class Draft {
    private final IncomingBuilder message;

    private Draft(String senderId, IncomingBuilder message) {
      this.message =
          message
              .senderId(senderId)
              .type(MessageType.TEXT)
              .attachments(TreePVector.empty())
              .mentions(TreePVector.empty())
              .links(TreePVector.empty());
    }

    /** Plain text. */
    public Draft text(String text) {
      message.html(HtmlText.of(text));
      return this;
    }

    /** Matrix HTML, as it is. */
    public Draft html(String html) {
      message.html(html);
      return this;
    }

    /** An answer to a message. */
    public Draft replyTo(String messageId) {
      message.replyTo(messageId);
      return this;
    }

    /** Mentions somebody; {@code @room} for all. */
    public Draft mention(String userId) {
      message.mentions(message.mentions().plus(userId));
      return this;
    }

    /** Attaches an asset of the world by its URL. */
    public Draft attach(String assetUrl) {
      var asset = world.read().assets().get(assetUrl);
      if (asset == null) {
        throw new IllegalArgumentException("there is no asset " + assetUrl + " in this world");
      }
      var kind = AttachmentKind.ofMimeType(asset.mimeType());
      message
          .attachments(message.attachments().plus(attachment(asset, kind)))
          .type(kind.messageType());
      return this;
    }

    /** Sends it into a chat; returns the message id. */
    public String in(String chatId) {
      Incoming incoming = message.chatId(chatId).build();
      return world.change(tx -> OthersRules.message(tx, incoming)).id();
    }
  }

  private static Attachment attachment(Asset asset, AttachmentKind kind) {
    var content = asset.content();
    return AttachmentBuilder.builder()
        .id(asset.url())
        .kind(kind.shownAs())
        .mimeType(asset.mimeType())
        .fileName(asset.fileName())
        .fileSize(content == null ? null : content.length())
        .duration(asset.duration())
        .size(asset.size())
        .build();
  }

  /** Somebody changes a message; plain text. */
  public void edit(String chatId, String messageId, String text) {
    world.run(tx -> OthersRules.edit(tx, chatId, messageId, HtmlText.of(text)));
  }

  /** Somebody takes a message back. */
  public void delete(String chatId, String messageId) {
    world.run(tx -> OthersRules.delete(tx, chatId, messageId));
  }

  /** Somebody reacts with an emoji. */
  public void react(String chatId, String messageId, String userId, String emoji) {
    var reaction = new Message.Reaction(emoji, userId, true, null);
    world.run(tx -> OthersRules.react(tx, chatId, messageId, reaction));
  }

  /** Somebody takes a reaction back. */
  public void unreact(String chatId, String messageId, String userId, String emoji) {
    var reaction = new Message.Reaction(emoji, userId, true, null);
    world.run(tx -> OthersRules.unreact(tx, chatId, messageId, reaction));
  }

  /** Somebody has seen the owner's messages, all of them. */
  public void see(String chatId, String userId) {
    world.run(tx -> OthersRules.see(tx, chatId, userId, null));
  }

  /** Somebody has seen the owner's messages up to one. */
  public void seeUpTo(String chatId, String userId, String messageId) {
    world.run(tx -> OthersRules.see(tx, chatId, userId, messageId));
  }

  /** The owner reads a chat on another device. */
  public void readElsewhere(String chatId) {
    world.run(tx -> ChatRules.markRead(tx, chatId, null));
  }

  /** Somebody opens a direct chat with the owner, or it is there already; returns the chat id. */
  public String openChat(String accountId, String userId, String fullName) {
    return open(accountId, List.of(person(userId, fullName)), null);
  }

  /** Somebody opens a group with the owner in it; returns the chat id. */
  public String openGroup(String accountId, String title, List<String> userIds) {
    return open(accountId, userIds.stream().map(id -> person(id, null)).toList(), title);
  }

  private String open(String accountId, List<User> people, @Nullable String title) {
    return world.change(tx -> OthersRules.openChat(tx, accountId, people, title)).id();
  }

  private static User person(String userId, @Nullable String fullName) {
    return UserBuilder.builder().id(userId).fullName(fullName).build();
  }

  /** The owner leaves or deletes a chat elsewhere, or is removed from it. */
  public void removeChat(String chatId) {
    world.run(tx -> OthersRules.removeChat(tx, chatId));
  }

  /** Somebody joins a group. */
  public void join(String chatId, String userId, String fullName) {
    var participant = Participant.of(person(userId, fullName));
    world.run(tx -> OthersRules.join(tx, chatId, participant));
  }

  /** Somebody leaves a group. */
  public void leave(String chatId, String userId) {
    world.run(tx -> OthersRules.leave(tx, chatId, userId));
  }

  /**
   * The connection of an account changes.
   *
   * @param status as the API spells it, such as {@code reconnect_required}
   * @param statusText for people, null for none
   */
  public void accountStatus(String accountId, String status, @Nullable String statusText) {
    var wanted = AccountStatus.valueOf(status.toUpperCase(Locale.ROOT));
    world.run(tx -> OthersRules.accountStatus(tx, accountId, wanted, statusText));
  }

  /** An account goes, and its chats with it. */
  public void removeAccount(String accountId) {
    world.run(tx -> OthersRules.removeAccount(tx, accountId));
  }
}
