package dev.fakebeeper.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.Inbox;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.Network;
import dev.fakebeeper.world.UnreadRules;
import dev.fakebeeper.world.WorldState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What holds in every starting world. Collects all breaches, so that one run shows them all; plain
 * comparisons, because some worlds are large.
 */
final class WorldInvariants {
  private final WorldState world;
  private final Instant now;
  private final List<String> breaches = new ArrayList<>();
  private final Set<String> messageIds = new HashSet<>();

  private WorldInvariants(WorldState world, Instant now) {
    this.world = world;
    this.now = now;
  }

  static void assertHold(WorldState world, Instant now) {
    var invariants = new WorldInvariants(world, now);
    invariants.indexes();
    world.chats().values().forEach(invariants::chat);
    assertThat(invariants.breaches).as("world with seed %d", world.ids().seed()).isEmpty();
  }

  /** The messages of a chat, oldest first. */
  static List<Message> messages(WorldState world, Chat chat) {
    var all = new ArrayList<Message>();
    world.logOf(chat).newerThan(Long.MIN_VALUE).forEachRemaining(all::add);
    return all;
  }

  private void expect(boolean holds, String rule, Object where) {
    if (!holds) {
      breaches.add(rule + ": " + where);
    }
  }

  private void indexes() {
    var inInbox = new ArrayList<Inbox.Entry>();
    world.inbox().newestFirst(List.of()).forEachRemaining(inInbox::add);
    var chats = world.chats().values();
    var wanted = chats.stream().map(Inbox.Entry::of).sorted().toList();
    assertThat(inInbox).isEqualTo(wanted);
    assertThat(world.logs().keySet()).isEqualTo(world.chats().keySet());
    assertThat(world.localChatIds())
        .isEqualTo(chats.stream().collect(Collectors.toMap(Chat::localId, Chat::id)));
  }

  private void chat(Chat chat) {
    var messages = messages(world, chat);
    var marker = chat.lastReadSortKey();
    var unread = messages.stream().filter(m -> UnreadRules.isUnread(m, marker)).count();
    var newest = messages.stream().map(Message::timestamp).max(Instant::compareTo).orElse(null);
    expect(world.labels().keySet().containsAll(chat.labelIds()), "labels exist", chat);
    expect(chat.unreadCount() == unread, "unread count", chat);
    expect(UnreadRules.recount(world, chat).equals(chat), "unread rules agree", chat);
    expect(
        chat.merge() != null || Objects.equals(chat.lastActivity(), newest), "last activity", chat);
    for (var i = 1; i < messages.size(); i++) {
      var inOrder = !messages.get(i).timestamp().isBefore(messages.get(i - 1).timestamp());
      expect(inOrder, "time goes forward", messages.get(i));
    }
    var ids = messages.stream().map(Message::id).collect(Collectors.toSet());
    var account = world.requireAccount(chat.accountId());
    for (var message : messages) {
      message(chat, message, ids, account.selfUserId());
      reactions(chat, message, world.networkOf(account));
      message.attachments().forEach(this::attachment);
    }
  }

  private void message(Chat chat, Message message, Set<String> ids, String self) {
    var own = message.fromOwner();
    var edited = message.editedAt();
    expect(messageIds.add(message.id()), "an id of its own", message);
    expect(message.id().chars().allMatch(Character::isDigit), "ids are digits", message);
    expect(message.chatId().equals(chat.id()), "its chat", message);
    expect(message.accountId().equals(chat.accountId()), "its account", message);
    expect(!message.timestamp().isAfter(now), "not from the future", message);
    expect((message.sendStatus() != null) == own, "own messages have a status", message);
    expect(message.senderId().equals(self) == own, "own messages have the own sender", message);
    expect(
        message.linkedMessageId() == null || ids.contains(message.linkedMessageId()),
        "a reply has a target",
        message);
    expect((message.editCount() > 0) == (edited != null), "edits have a time", message);
    expect(
        edited == null || (!edited.isBefore(message.timestamp()) && !edited.isAfter(now)),
        "an edit comes later",
        message);
  }

  private void reactions(Chat chat, Message message, Network network) {
    var allowed = chat.capabilities().allowedReactions();
    var seen = new HashSet<String>();
    for (var reaction : message.reactions()) {
      var who = reaction.participantId();
      var own = message.reactions().stream().filter(r -> r.participantId().equals(who)).count();
      expect(own <= network.reactionsPerPerson(), "reactions per person", message);
      expect(seen.add(who + reaction.key()), "a reaction once", message);
      expect(allowed.isEmpty() || allowed.contains(reaction.key()), "allowed reaction", message);
    }
  }

  private void attachment(Attachment attachment) {
    var asset = world.assets().get(attachment.id());
    expect(asset != null, "an attachment has an asset", attachment);
    if (asset == null || asset.content() == null) {
      return;
    }
    try (var in = asset.content().open()) {
      var size = Long.valueOf(in.readAllBytes().length);
      expect(size.equals(attachment.fileSize()), "size of the attachment", attachment);
      expect(size == asset.content().length(), "size of the asset", attachment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
