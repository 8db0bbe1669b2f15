package dev.fakebeeper.testing;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatBuilder;
import dev.fakebeeper.world.ChatType;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.UnreadRules;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.UserBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * A chat for a test: by default a direct chat with Ann on the world's first account, without
 * messages or activity.
 */
public final class AChat {
  private final List<AMessage> messages = new ArrayList<>();
  private List<String> members = List.of("ann");
  private @Nullable String id;
  private @Nullable String title;
  private @Nullable String accountId;
  private @Nullable Instant lastActivity;
  private ChatType type = ChatType.SINGLE;
  private Consumer<ChatBuilder> more = builder -> {};

  private AChat() {}

  /** A direct chat with Ann. */
  public static AChat aChat() {
    return new AChat();
  }

  /** A group of the owner and others, by their short names. */
  public static AChat aGroup(String... names) {
    var chat = new AChat();
    chat.type = ChatType.GROUP;
    chat.members = List.of(names);
    return chat;
  }

  /** The user id that a short name has on an account. */
  public static String userId(Account account, String name) {
    return "@" + name + ":" + account.bridge().id() + ".localhost";
  }

  /** The person behind a short name. */
  public static User user(Account account, String name) {
    var fullName = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    return UserBuilder.builder().id(userId(account, name)).fullName(fullName).build();
  }

  /** A direct chat with somebody else. */
  public AChat with(String name) {
    members = List.of(name);
    return this;
  }

  /** The chat id. */
  public AChat id(String chatId) {
    id = chatId;
    return this;
  }

  /** The title, in place of the members' names. */
  public AChat titled(String text) {
    title = text;
    return this;
  }

  /** The account it belongs to. */
  public AChat on(String account) {
    accountId = account;
    return this;
  }

  /** The last activity, in place of the newest message's time. */
  public AChat lastActive(String instant) {
    lastActivity = Instant.parse(instant);
    return this;
  }

  /** The last activity, in place of the newest message's time. */
  public AChat lastActive(Instant instant) {
    lastActivity = instant;
    return this;
  }

  /** In the archive. */
  public AChat archived() {
    return with(builder -> builder.archived(true));
  }

  /** Muted. */
  public AChat muted() {
    return with(builder -> builder.muted(true));
  }

  /** In the low priority inbox. */
  public AChat lowPriority() {
    return with(builder -> builder.lowPriority(true));
  }

  /** Bearing labels, by their ids. */
  public AChat labelled(String... labelIds) {
    return with(builder -> builder.labelIds(TreePSet.from(List.of(labelIds))));
  }

  /** More messages, oldest first. */
  public AChat with(AMessage... more) {
    messages.addAll(List.of(more));
    return this;
  }

  /** Anything else. */
  public AChat with(Consumer<ChatBuilder> change) {
    more = more.andThen(change);
    return this;
  }

  /** Stores the chat with its messages. */
  Chat store(Transaction transaction, int number) {
    var state = transaction.state();
    var account =
        accountId == null
            ? state.accounts().values().iterator().next()
            : state.requireAccount(accountId);
    var chat = build(account, number);
    transaction.put(chat);
    var next = TestWorld.START;
    Message newest = null;
    for (var message : messages) {
      newest = message.store(transaction, account, chat, next);
      next = newest.timestamp().plus(Duration.ofMinutes(1));
    }
    if (lastActivity == null && newest != null) {
      chat = chat.withLastActivity(newest.timestamp());
    }
    var counted = UnreadRules.recount(transaction.state(), chat);
    transaction.put(counted);
    return counted;
  }

  private Chat build(Account account, int number) {
    var owner = account.user().with(user -> user.id(account.selfUserId()).self(true));
    var people = members.stream().map(name -> Participant.of(user(account, name))).toList();
    var builder =
        ChatBuilder.builder()
            .id(id == null ? "!chat" + number + ":beeper.local" : id)
            .localId(Integer.toString(7_000 + number))
            .accountId(account.id())
            .type(type)
            .title(title == null ? String.join(", ", members) : title)
            .participants(TreePVector.from(people).plus(Participant.of(owner)))
            .lastActivity(lastActivity)
            .capabilities(dev.fakebeeper.world.ChatCapabilities.none())
            .labelIds(TreePSet.empty());
    more.accept(builder);
    return builder.build();
  }
}
