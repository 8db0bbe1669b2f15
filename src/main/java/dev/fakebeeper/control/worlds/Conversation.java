package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.worlds.MessagePlan.ReactionPlan;
import dev.fakebeeper.control.worlds.MessagePlan.SeenPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Puts lines into people's mouths, in turn, with some reactions, replies and edits. Used once, by
 * one thread.
 */
final class Conversation {
  private static final int JOINING_PERCENT = 25;
  private static final int REACTIONS_PERCENT = 9;
  private static final int REPLIES_PERCENT = 5;
  private static final int EDITS_PERCENT = 2;
  private static final int SHORTEST_GAP = 10;
  private static final int LONGEST_GAP = 160;
  private static final int SECONDS_TO_EDIT = 40;
  private static final List<String> EMOJI = List.of("👍", "🎉", "😁", "🙏", "🔥");
  private static final SeenPlan SEEN = new SeenPlan(true, null, List.of());

  private final List<Ref> speakers;
  private final SplittableRandom random;
  private final List<MessagePlan> messages = new ArrayList<>();
  private Moment free = Moment.EARLIEST;

  Conversation(List<Ref> speakers, SplittableRandom random) {
    this.speakers = speakers;
    this.random = random;
  }

  List<MessagePlan> messages() {
    return messages;
  }

  /** Adds an exchange that begins at a moment: two talk, and sometimes others join in. */
  void say(List<String> lines, Moment start) {
    var moment = start.isBefore(free) ? free : start;
    var first = random.nextInt(speakers.size());
    var second = other(first);
    for (var i = 0; i < lines.size(); i++) {
      var voice = i % 2 == 0 ? first : second;
      var who = i > 1 && chance(JOINING_PERCENT) ? other(second) : voice;
      messages.add(message(speakers.get(who), moment, lines.get(i)));
      moment = moment.later(random.nextInt(SHORTEST_GAP, LONGEST_GAP));
    }
    free = moment;
  }

  /** Somebody else, if there is anybody else. */
  private int other(int who) {
    return speakers.size() == 1
        ? who
        : (who + random.nextInt(1, speakers.size())) % speakers.size();
  }

  private MessagePlan message(Ref who, Moment moment, String html) {
    var edited = chance(EDITS_PERCENT);
    return MessagePlanBuilder.builder()
        .place(who.place())
        .key(key(messages.size()))
        .from(who)
        .at(moment.when())
        .html(html)
        .edited(edited ? moment.later(SECONDS_TO_EDIT).when() : null)
        .edits(edited ? 1 : 0)
        .replyTo(replyTo(who))
        .attachments(List.of())
        .mentions(List.of())
        .links(List.of())
        .reactions(chance(REACTIONS_PERCENT) ? List.of(reaction()) : List.of())
        .seen(who.key().equals("me") ? SEEN : null)
        .build();
  }

  private @Nullable Ref replyTo(Ref who) {
    return chance(REPLIES_PERCENT) && messages.size() > 2
        ? new Ref(who.place(), key(messages.size() - 2))
        : null;
  }

  /** No key that somebody writes into a file. */
  private static String key(int number) {
    return "#" + number;
  }

  private ReactionPlan reaction() {
    var who = speakers.get(random.nextInt(speakers.size()));
    return new ReactionPlan(EMOJI.get(random.nextInt(EMOJI.size())), who, true, null);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
