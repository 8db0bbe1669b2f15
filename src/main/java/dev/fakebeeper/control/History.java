package dev.fakebeeper.control;

import dev.fakebeeper.control.worlds.HtmlText;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.HistoryRules;
import dev.fakebeeper.world.HistoryRules.Past;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Older messages that come into a chat, as when a bridge imports its history. By default no event
 * tells of them, they stand before all that is there, and they count as read (assumed: nobody knows
 * what the real server does). Used by one thread.
 *
 * <pre>{@code
 * world.others().history(chatId).invented(50).store();
 * }</pre>
 */
public final class History {
  private static final Duration STEP = Duration.ofMinutes(7);

  private final World world;
  private final String chatId;
  private final List<Past> messages = new ArrayList<>();
  private HistoryRules.Place place = HistoryRules.Place.BY_TIME;
  private HistoryRules.Telling telling = HistoryRules.Telling.SILENT;
  private int invented;

  History(World world, String chatId) {
    this.world = world;
    this.chatId = chatId;
  }

  /**
   * One message, plain text.
   *
   * @param userId a member of the chat, or {@link Others#ME}
   * @param at not after the oldest message of the chat
   */
  public History message(String userId, Instant at, String text) {
    return messageHtml(userId, at, HtmlText.of(text));
  }

  /** One message, Matrix HTML as it is; otherwise as {@link #message}. */
  public History messageHtml(String userId, Instant at, String html) {
    messages.add(new Past(userId, at, html));
    return this;
  }

  /** So many made-up messages before the oldest one, in which the members take turns. */
  public History invented(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count (" + count + ") must not be negative");
    }
    invented = count;
    return this;
  }

  /** Each message raises an event, as a new one does. */
  public History withEvents() {
    telling = HistoryRules.Telling.EVENTS;
    return this;
  }

  /** Their sort keys are newer than all that is there, though their times are older. */
  public History underNewSortKeys() {
    place = HistoryRules.Place.BY_ARRIVAL;
    return this;
  }

  /** Stores them; returns their ids, the oldest first. */
  public List<String> store() {
    return world.change(
        tx ->
            HistoryRules.backfill(
                tx, chatId, past(tx.state(), tx.now()), new HistoryRules.Manner(place, telling)));
  }

  private List<Past> past(WorldState state, Instant now) {
    var chat = state.requireChat(chatId);
    var all = new ArrayList<Past>();
    for (var one : messages) {
      all.add(new Past(Others.userId(state, chatId, one.senderId()), one.at(), one.html()));
    }
    all.addAll(made(chat, HistoryRules.endOf(state, chat, now)));
    return all;
  }

  private List<Past> made(Chat chat, Instant end) {
    var made = new ArrayList<Past>();
    var members = chat.participants();
    for (int i = 1; i <= invented && !members.isEmpty(); i++) {
      var sender = members.get(i % members.size()).user().id();
      made.add(new Past(sender, end.minus(STEP.multipliedBy(i)), "Earlier message " + i));
    }
    return made;
  }
}
