package dev.fakebeeper.testing;

import static dev.fakebeeper.testing.AChat.aChat;
import static dev.fakebeeper.testing.AChat.aGroup;
import static dev.fakebeeper.testing.AMessage.aMessage;
import static dev.fakebeeper.testing.AMessage.anOwnMessage;

import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Worlds made by chance from a seed, full of what makes paging hard: equal times, chats without
 * activity, messages whose order by key is not their order by time.
 */
public final class RandomInbox {
  /** Words that titles, names and texts are made of; some are parts of others. */
  public static final List<String> WORDS = List.of("ann", "anna", "bo", "ferry", "Six", "café");

  private final SplittableRandom random;

  /** An inbox for a seed. */
  public RandomInbox(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A world with up to 40 chats of up to 30 messages. */
  public TestWorld world() {
    var world = new TestWorld();
    world.addLabel("l0", "Work");
    world.addLabel("l1", "Play");
    var chats = random.nextInt(40);
    for (var i = 0; i < chats; i++) {
      world.add(chat());
    }
    return world;
  }

  private AChat chat() {
    var chat = chance(3) ? aGroup(word().toLowerCase(java.util.Locale.ROOT), "bo") : aChat();
    chat.titled(word() + " " + word());
    chat.on(chance(3) ? TestWorld.DISCORD : TestWorld.WHATSAPP);
    if (!chance(5)) {
      chat.lastActive(instant());
    }
    chat.with(
        builder ->
            builder
                .archived(chance(4))
                .muted(chance(4))
                .lowPriority(chance(4))
                .markedUnread(chance(6)));
    if (chance(3)) {
      chat.labelled("l" + random.nextInt(2));
    }
    var messages = chance(4) ? 0 : random.nextInt(30);
    var disorder = chance(3);
    var at = instant();
    for (var i = 0; i < messages; i++) {
      at = disorder ? instant() : at.plusMillis(random.nextInt(3));
      chat.with(message().at(at));
    }
    return chat;
  }

  private AMessage message() {
    var message = chance(3) ? anOwnMessage() : aMessage().from(chance(2) ? "ann" : "bo");
    message.saying("<b>" + word() + "</b>, " + word() + " &amp; " + word());
    if (chance(5)) {
      message.with(MessageType.IMAGE, Attachment.Kind.IMG);
    }
    return message;
  }

  /** An instant out of so few that many are equal. */
  public Instant instant() {
    return TestWorld.START.plusMillis(random.nextInt(60));
  }

  /** One of {@link #WORDS}. */
  public String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  /** True once in so many times. */
  public boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  /** A number below a limit. */
  public int below(int limit) {
    return random.nextInt(limit);
  }
}
