package dev.fakebeeper.control;

import dev.fakebeeper.events.EventMatch;
import dev.fakebeeper.events.Numbering;
import dev.fakebeeper.events.StreamEffect;
import dev.fakebeeper.events.StreamRule;
import dev.fakebeeper.events.StreamRules;
import java.util.function.UnaryOperator;

/**
 * Events that a rule is about to be made for: first which, then what happens to them. Each of the
 * methods that say what happens adds the rule, which is in force when it returns, and gives its id.
 * Immutable.
 */
public final class SocketEvents {
  private final StreamRules rules;
  private final EventMatch match;
  private final int times;

  SocketEvents(StreamRules rules, EventMatch match, int times) {
    this.rules = rules;
    this.match = match;
    this.times = times;
  }

  /** Only those of a type, such as {@code message.upserted}. */
  public SocketEvents ofType(String type) {
    return new SocketEvents(rules, match.withType(type), times);
  }

  /** Only those in a chat, by id or local id. */
  public SocketEvents inChat(String chatId) {
    return new SocketEvents(rules, match.withChatId(chatId), times);
  }

  /** Only on one socket. */
  public SocketEvents onSocket(String socketId) {
    return new SocketEvents(rules, match.withSocketId(socketId), times);
  }

  /** They never go out; the numbers that a client sees have gaps there. */
  public String lose() {
    return lose(Numbering.ON_ARRIVAL);
  }

  /** They never go out, with a gap in the numbers or without one. */
  public String lose(Numbering numbering) {
    return add(new StreamEffect.Lose(numbering));
  }

  /** Each goes out several times, each time under a number of its own. */
  public String duplicate(int copies) {
    return duplicate(copies, Numbering.ON_DEPARTURE);
  }

  /** Each goes out several times, under one number or under a number of its own. */
  public String duplicate(int copies, Numbering numbering) {
    return add(new StreamEffect.Duplicate(copies, numbering));
  }

  /** They wait until there is a number of them; then the last goes first. No number goes back. */
  public String reorder(int size) {
    return reorder(size, Numbering.ON_DEPARTURE);
  }

  /** They wait until there is a number of them; then the last goes first. */
  public String reorder(int size, Numbering numbering) {
    return add(new StreamEffect.Reorder(size, numbering));
  }

  /** They wait for {@link Sockets#release}, while others pass them. No number goes back. */
  public String hold() {
    return hold(Numbering.ON_DEPARTURE);
  }

  /** They wait for {@link Sockets#release}, while others pass them. */
  public String hold(Numbering numbering) {
    return add(new StreamEffect.Hold(numbering));
  }

  /** Those that carry messages go out without them; others do not match. */
  public String withoutEntries() {
    return add(new StreamEffect.WithoutEntries());
  }

  /** Their {@code ts} is a number of milliseconds. */
  public String numberTimestamps() {
    return add(new StreamEffect.NumberTimestamps());
  }

  /**
   * Their text is written anew.
   *
   * @param rewriting from the text of a frame to another; quick, without waiting for anything
   */
  public String rewrite(UnaryOperator<String> rewriting) {
    return add(new StreamEffect.Rewrite(rewriting));
  }

  private String add(StreamEffect effect) {
    return rules.add(new StreamRule(match, times, effect));
  }
}
