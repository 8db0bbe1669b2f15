package dev.fakebeeper.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;

/**
 * The life of a send. The pending id is unknown for a moment; then the message is there under its
 * final id, PENDING, and both ids find it; then it succeeds, fails for good, or fails and is tried
 * again; then it is delivered and seen. One message, one id, one timestamp in every event of it
 * (observed).
 */
public final class SendRules {
  private SendRules() {}

  /** Takes a send and plans its first step. */
  static Send take(Transaction transaction, Chat chat, Outgoing outgoing, String linkedId) {
    var profile = profileOf(transaction.state(), chat);
    if (profile.ending() == SendProfile.Ending.REFUSED) {
      throw WorldException.upstream(profile.failure().message());
    }
    var send =
        SendBuilder.builder()
            .pendingId(transaction.newPendingId())
            .chatId(chat.id())
            .outgoing(outgoing)
            .takenAt(transaction.now())
            .linkedMessageId(linkedId)
            .profile(profile)
            .stage(Send.Stage.APPEAR)
            .build();
    plan(transaction, send, profile.appearsAfter());
    return send;
  }

  private static SendProfile profileOf(WorldState state, Chat chat) {
    return onBridge(state, chat, state.sendProfiles().of(chat));
  }

  /**
   * A dead bridge changes how a send ends: it fails so that it can be tried again, or as somebody
   * chose (what the real server does is not known).
   */
  private static SendProfile onBridge(WorldState state, Chat chat, SendProfile profile) {
    var account = state.requireAccount(chat.accountId());
    if (account.status().carriesMessages() || profile.ending() != SendProfile.Ending.SUCCESS) {
      return profile;
    }
    return profile.with(
        draft ->
            draft
                .ending(state.bridges().deadSends().ending())
                .failure(
                    new SendProfile.Failure(
                        "account_not_connected", "The account is not connected")));
  }

  private static void plan(Transaction transaction, Send send, Duration delay) {
    transaction.update(state -> state.withSends(state.sends().plus(send.pendingId(), send)));
    if (send.profile().pace() == SendProfile.Pace.TIMED) {
      transaction.schedule(transaction.now().plus(delay), new Timer.SendStep(send.pendingId()));
    }
  }

  private static void finish(Transaction transaction, Send send) {
    transaction.cancel(new Timer.SendStep(send.pendingId()));
    transaction.update(state -> state.withSends(state.sends().minus(send.pendingId())));
  }

  /**
   * Does the next step of a send now.
   *
   * @return false when nothing is left to do, or no such send is on its way
   */
  public static boolean step(Transaction transaction, String pendingId) {
    var send = transaction.state().sends().get(pendingId);
    if (send == null) {
      return false;
    }
    var chat = transaction.state().findChat(send.chatId());
    if (chat.isEmpty()) {
      finish(transaction, send);
      return false;
    }
    if (send.stage() == Send.Stage.APPEAR) {
      appear(transaction, chat.get(), send);
      return true;
    }
    var message = transaction.state().logOf(chat.get()).at(send.sortKey());
    if (message.isEmpty() || message.get().deleted()) {
      finish(transaction, send);
      return false;
    }
    proceed(transaction, chat.get(), send, message.get());
    return true;
  }

  private static void appear(Transaction transaction, Chat chat, Send send) {
    var ids = transaction.newMessage();
    var message = MessageRules.messageOf(transaction, chat, send, ids);
    transaction.put(message);
    // The owner who writes in a chat has read it: Matrix moves the own receipt with the own message
    // (inferred).
    transaction.put(
        chat.with(
            draft ->
                draft
                    .lastActivity(latest(chat, send))
                    .lastReadSortKey(message.sortKey())
                    .unreadCount(0)
                    .unreadMentionsCount(0)
                    .markedUnread(false)));
    MessageRules.scheduleExpiry(transaction, chat, message);
    var appeared = send.with(s -> s.stage(Send.Stage.SETTLE).sortKey(message.sortKey()));
    plan(transaction, appeared, send.profile().settlesAfter());
  }

  private static Instant latest(Chat chat, Send send) {
    var last = chat.lastActivity();
    return last != null && last.isAfter(send.takenAt()) ? last : send.takenAt();
  }

  private static void proceed(Transaction transaction, Chat chat, Send send, Message message) {
    switch (send.stage()) {
      case SETTLE -> settle(transaction, chat, send, message);
      case RETRY -> {
        transaction.put(status(transaction, message, SendStatus.State.PENDING, Optional.empty()));
        plan(transaction, send.withStage(Send.Stage.SETTLE), send.profile().settlesAfter());
      }
      case DELIVER -> {
        transaction.put(delivered(transaction, chat, message));
        planSeen(transaction, send, send.profile().deliveredAfter());
      }
      case SEE -> {
        transaction.put(message.withSeen(seenBy(transaction, chat)));
        finish(transaction, send);
      }
      case APPEAR -> throw new AssertionError("a message appears once");
    }
  }

  /** An account that lost its connection meanwhile fails what it was about to hand over. */
  private static void settle(Transaction transaction, Chat chat, Send send, Message message) {
    var profile = onBridge(transaction.state(), chat, send.profile());
    var failure = Optional.of(profile.failure());
    if (send.failures() < profile.retriableFailures()) {
      transaction.put(status(transaction, message, SendStatus.State.FAIL_RETRIABLE, failure));
      var failed = send.with(s -> s.stage(Send.Stage.RETRY).failures(send.failures() + 1));
      plan(transaction, failed, profile.retriesAfter());
      return;
    }
    switch (profile.ending()) {
      case SUCCESS -> {
        transaction.put(status(transaction, message, SendStatus.State.SUCCESS, Optional.empty()));
        planDelivered(transaction, send);
      }
      case FAIL_PERMANENT -> {
        transaction.put(status(transaction, message, SendStatus.State.FAIL_PERMANENT, failure));
        finish(transaction, send);
      }
      case FAIL_RETRIABLE, REFUSED -> {
        transaction.put(status(transaction, message, SendStatus.State.FAIL_RETRIABLE, failure));
        finish(transaction, send);
      }
    }
  }

  private static void planDelivered(Transaction transaction, Send send) {
    var delay = send.profile().deliveredAfter();
    if (delay != null) {
      plan(transaction, send.withStage(Send.Stage.DELIVER), delay);
    } else {
      planSeen(transaction, send, Duration.ZERO);
    }
  }

  /** Both delays count from the success, so what delivery took is not waited for again. */
  private static void planSeen(Transaction transaction, Send send, @Nullable Duration passed) {
    var delay = send.profile().seenAfter();
    if (delay == null) {
      finish(transaction, send);
      return;
    }
    var left = passed == null ? delay : delay.minus(passed);
    plan(transaction, send.withStage(Send.Stage.SEE), left.isNegative() ? Duration.ZERO : left);
  }

  private static Message status(
      Transaction transaction,
      Message message,
      SendStatus.State state,
      Optional<SendProfile.Failure> failure) {
    return message.withSendStatus(
        new SendStatus(
            state,
            transaction.now(),
            failure.map(SendProfile.Failure::reason).orElse(null),
            failure.map(SendProfile.Failure::message).orElse(null),
            TreePVector.empty()));
  }

  private static Message delivered(Transaction transaction, Chat chat, Message message) {
    var others = chat.participants().stream().filter(p -> !p.user().self()).toList();
    var ids = others.stream().map(p -> p.user().id()).toList();
    return message.withSendStatus(
        new SendStatus(
            SendStatus.State.SUCCESS, transaction.now(), null, null, TreePVector.from(ids)));
  }

  /** In a direct chat the time; in a group the time for each member. */
  private static Seen seenBy(Transaction transaction, Chat chat) {
    var at = new Seen.At(transaction.now());
    if (chat.type() == ChatType.SINGLE) {
      return at;
    }
    return new Seen.ByParticipant(
        chat.participants().stream()
            .filter(p -> !p.user().self())
            .collect(Collectors.toMap(p -> p.user().id(), p -> at, (one, other) -> one)));
  }
}
