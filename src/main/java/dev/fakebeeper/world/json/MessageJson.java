package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.Network;
import dev.fakebeeper.world.Seen;
import dev.fakebeeper.world.SendStatus;
import dev.fakebeeper.world.UnreadRules;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Messages as the vendor's {@code Message}. Thread-safe. */
public final class MessageJson {
  private static final String SCHEMA = "Message";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Shape shape;
  private final AttachmentJson attachments;

  /**
   * All that a message's form depends on beside the message.
   *
   * @param unread whether the owner has not read it yet
   * @param reactionIds how its reactions are identified
   */
  public record View(boolean unread, ReactionIds reactionIds) {

    /** How a message of a chat looks now. */
    public static View of(Chat chat, Network network, Message message) {
      var unread = UnreadRules.isUnread(message, chat.lastReadSortKey());
      return new View(unread, ReactionIds.of(network));
    }
  }

  /** What the id of a reaction is made of (documented). */
  public enum ReactionIds {
    /** The participant: the network allows one reaction for each person. */
    PARTICIPANT,
    /** The participant and the key: a person may react several times. */
    PARTICIPANT_AND_KEY;

    static ReactionIds of(Network network) {
      return network.reactionsPerPerson() > 1 ? PARTICIPANT_AND_KEY : PARTICIPANT;
    }

    String idOf(Message.Reaction reaction) {
      return this == PARTICIPANT
          ? reaction.participantId()
          : reaction.participantId() + reaction.key();
    }
  }

  /** Writes for a build. */
  public MessageJson(Shape shape) {
    this.shape = shape;
    this.attachments = new AttachmentJson(shape);
  }

  /**
   * A {@code Message}. Empty lists, and the marks of hidden and deleted messages when not set, are
   * left out; {@code mentions} is always there, and null for old messages (documented).
   */
  public ObjectNode write(Message message, View view) {
    var members =
        Members.of(SCHEMA, shape)
            .text("id", message.id())
            .text("chatID", message.chatId())
            .text("accountID", message.accountId())
            .text("senderID", message.senderId())
            .text("senderName", message.senderName())
            .time("timestamp", message.timestamp())
            .text("sortKey", Wire.sortKey(message.sortKey()))
            .text("type", message.type().name())
            .text("text", message.html())
            .time("editedTimestamp", message.editedAt())
            .flag("isSender", message.fromOwner())
            .node("sendStatus", sendStatus(message.sendStatus()))
            .mark("isHidden", message.hidden())
            .mark("isDeleted", message.deleted());
    return writeAround(members, message, view).done();
  }

  private Members writeAround(Members members, Message message, View view) {
    var reactions = message.reactions().stream().map(r -> reaction(r, view.reactionIds())).toList();
    return members
        .nodes("attachments", message.attachments().stream().map(attachments::write).toList())
        .flag("isUnread", view.unread())
        .text("linkedMessageID", message.linkedMessageId())
        .nullable("mentions", mentions(message.mentions()))
        .nodes("links", message.links().stream().map(this::link).toList())
        .nodes("reactions", reactions)
        .node("seen", seen(message.seen()));
  }

  private @Nullable ObjectNode sendStatus(@Nullable SendStatus status) {
    return status == null
        ? null
        : Members.of("SendStatus", shape)
            .text("reason", status.reason())
            .text("message", status.message())
            .text("status", status.state().name())
            .time("timestamp", status.at())
            .texts("deliveredToUsers", status.deliveredTo())
            .done();
  }

  private static @Nullable JsonNode mentions(Message.Mentions mentions) {
    if (!mentions.known()) {
      return null;
    }
    var array = JSON.arrayNode();
    mentions.ids().forEach(array::add);
    return array;
  }

  private ObjectNode link(Message.LinkPreview link) {
    return Members.of("LinkPreview", shape)
        .text("url", link.url())
        .text("originalURL", link.originalUrl())
        .text("favicon", link.favicon())
        .text("img", link.img())
        .node("imgSize", DraftJson.size(link.imgSize()))
        .text("title", link.title())
        .text("summary", link.summary())
        .done();
  }

  private ObjectNode reaction(Message.Reaction reaction, ReactionIds ids) {
    return Members.of("Reaction", shape)
        .text("id", ids.idOf(reaction))
        .text("reactionKey", reaction.key())
        .text("imgURL", reaction.imgUrl())
        .text("participantID", reaction.participantId())
        .flag("emoji", reaction.emoji())
        .done();
  }

  private static @Nullable JsonNode seen(@Nullable Seen seen) {
    if (seen == null) {
      return null;
    }
    if (seen instanceof Seen.Flag flag) {
      return JSON.booleanNode(flag.value());
    }
    if (seen instanceof Seen.At at) {
      return JSON.textNode(Wire.time(at.instant()));
    }
    if (seen instanceof Seen.ByParticipant each) {
      var node = JSON.objectNode();
      new TreeMap<>(each.participants()).forEach((id, one) -> node.set(id, seen(one)));
      return node;
    }
    throw new AssertionError("unknown read receipt: " + seen);
  }
}
