package dev.fakebeeper.control.worlds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Invents the messages of a chat: exchanges about its topics, spread over its time. The same plan
 * gives the same messages. Used by one thread; the lines are shared by all chats that it serves.
 */
final class SmallTalk {
  private static final int VARIANTS = 12;

  private final Talk talk;
  private final IdentityHashMap<List<String>, Map<Integer, List<String>>> filled =
      new IdentityHashMap<>();

  SmallTalk(Talk talk) {
    this.talk = talk;
  }

  /**
   * Invents messages, oldest first.
   *
   * @param plan what and how many
   * @param speakers who writes, at least one
   * @param seed the same gives the same messages
   */
  List<MessagePlan> messages(GeneratePlan plan, List<Ref> speakers, long seed) {
    var random = new SplittableRandom(seed);
    var exchanges = exchanges(plan, random);
    var moments = Moment.spread(exchanges.size(), plan, random);
    var conversation = new Conversation(speakers, random);
    for (var i = 0; i < exchanges.size(); i++) {
      conversation.say(exchanges.get(i), moments.get(i));
    }
    return conversation.messages();
  }

  private List<List<String>> exchanges(GeneratePlan plan, SplittableRandom random) {
    var all = new ArrayList<List<String>>();
    plan.topics().forEach(topic -> all.addAll(topic.in(talk.topics(), "topic")));
    var chosen = new ArrayList<List<String>>();
    var deck = new ArrayList<List<String>>();
    var left = plan.messages();
    while (left > 0) {
      if (deck.isEmpty()) {
        deck.addAll(all);
      }
      // What was drawn comes again only when everything else had its turn.
      var exchange = deck.remove(random.nextInt(deck.size()));
      var lines = lines(exchange, random.nextInt(VARIANTS));
      chosen.add(lines.size() > left ? lines.subList(0, left) : lines);
      left -= lines.size();
    }
    return chosen;
  }

  /** One choice of words for an exchange, made when it is first wanted. */
  private List<String> lines(List<String> exchange, int variant) {
    var variants = filled.computeIfAbsent(exchange, one -> new HashMap<>());
    return variants.computeIfAbsent(
        variant,
        one -> talk.filled(exchange, new SplittableRandom(31L * exchange.hashCode() + one)));
  }
}
