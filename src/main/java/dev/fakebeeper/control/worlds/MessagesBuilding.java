package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.world.ChatType;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageBuilder;
import dev.fakebeeper.world.SendStatus;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the messages of one chat in the order of the file. Used once. */
final class MessagesBuilding {
  private static final long FIRST_BEFORE_START = 3_600;
  private static final long SHORTEST_PAUSE = 20;
  private static final int SLOW_READER = 300;

  private final Scene scene;
  private final Transaction transaction;
  private final String chatId;
  private final MessageParts parts;
  private final Map<String, String> idsByKey = new LinkedHashMap<>();
  private final Set<Long> sortKeys = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private @Nullable Long nextSortKey;
  private @Nullable User sender;
  private Instant last;

  MessagesBuilding(Scene scene, String chatId) {
    this.scene = scene;
    this.transaction = scene.transaction();
    this.chatId = chatId;
    this.parts = new MessageParts(scene);
    this.nextSortKey = scene.chat().firstSortKey();
    this.last = transaction.now().minusSeconds(FIRST_BEFORE_START);
  }

  /** All messages, in the order of their sort keys. */
  List<Message> all(List<MessagePlan> plans) {
    var messages = new ArrayList<Message>(plans.size());
    for (var plan : plans) {
      messages.add(message(plan));
    }
    messages.sort(Comparator.comparingLong(Message::sortKey));
    return messages;
  }

  private Message message(MessagePlan plan) {
    var from = sender(plan);
    var at = time(plan);
    var message = MessageBuilder.builder().chatId(chatId).accountId(scene.account().id());
    message
        .senderId(from.id())
        .senderName(from.fullName())
        .fromOwner(from.self())
        .timestamp(at)
        .html(plan.html())
        .editCount(plan.edits())
        .hidden(plan.hidden())
        .deleted(plan.deleted())
        .sendStatus(status(plan, from, at))
        .linkedMessageId(replyTo(plan));
    parts.add(message, plan);
    ids(message, plan);
    return message.build();
  }

  private User sender(MessagePlan plan) {
    var from = plan.from();
    if (from != null) {
      sender = scene.cast().user(from);
    }
    if (sender == null) {
      sender = other(plan);
    }
    return sender;
  }

  private User other(MessagePlan plan) {
    var other = scene.chat().firstOther();
    if (scene.chat().typeOrUsual() == ChatType.GROUP || other.isEmpty()) {
      throw new SourceException(
          plan.place(),
          "The sender is missing",
          "Only in a direct chat the first message is the other person's by default",
          "Add \"from:\"");
    }
    return scene.cast().user(other.get());
  }

  /** An undated message follows the one above after as long as it takes to read and answer. */
  private Instant time(MessagePlan plan) {
    var now = transaction.now();
    var at = plan.at();
    if (at != null) {
      last = at.in(now);
    } else {
      var html = plan.html();
      var length = html == null ? 0 : Math.min(SLOW_READER, html.length());
      var next = last.plusSeconds(SHORTEST_PAUSE + length);
      last = next.isAfter(now) ? now : next;
    }
    return last;
  }

  private @Nullable SendStatus status(MessagePlan plan, User from, Instant at) {
    if (plan.status() != null) {
      return parts.status(plan.status(), at);
    }
    return from.self() ? MessageParts.sent(at) : null;
  }

  private @Nullable String replyTo(MessagePlan plan) {
    var target = plan.replyTo();
    return target == null ? null : target.in(idsByKey, "message above with the key");
  }

  private void ids(MessageBuilder message, MessagePlan plan) {
    var free = transaction.newMessage();
    var id = plan.id() == null ? free.id() : plan.id();
    var sortKey = sortKey(plan, free.sortKey());
    requireFree(plan, sortKeys.add(sortKey), "sort key", Long.toString(sortKey));
    requireFree(plan, ids.add(id), "id", id);
    if (plan.key() != null) {
      requireFree(plan, idsByKey.put(plan.key(), id) == null, "key", plan.key());
    }
    if (plan.id() != null || sortKey != free.sortKey()) {
      var number = number(id);
      transaction.update(state -> state.withIds(state.ids().pastMessage(number, sortKey)));
    }
    message.id(id).sortKey(sortKey);
    var status = plan.status();
    if (status != null && status.state() == SendStatus.State.PENDING) {
      message.pendingId(transaction.newPendingId());
    }
  }

  private static void requireFree(MessagePlan plan, boolean free, String kind, String value) {
    if (!free) {
      throw new SourceException(
          plan.place(),
          "The " + kind + " " + value + " is taken",
          "A message above in this chat has it",
          "Choose another, or leave it out");
    }
  }

  /** An id that is a number must not be given out again; any other text never is. */
  private static long number(String id) {
    return id.matches("\\d{1,15}") ? Long.parseLong(id) : 0;
  }

  private long sortKey(MessagePlan plan, long free) {
    if (plan.sortKey() != null) {
      return plan.sortKey();
    }
    var next = nextSortKey;
    if (next == null) {
      return free;
    }
    nextSortKey = next + 1;
    return next;
  }
}
