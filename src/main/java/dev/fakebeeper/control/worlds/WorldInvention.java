package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.Place;
import dev.fakebeeper.control.worlds.ChatPlan.MemberPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Plans an invented world: who is there, which chats, how much is said in each. What is said is
 * invented when the plan is built, chat by chat, so that a plan of a million messages stays small.
 * Used once, by one thread.
 */
final class WorldInvention {
  private static final Place NOWHERE = new Place("generated", 1, 1);
  private static final List<String> NETWORKS =
      List.of(
          "whatsapp",
          "telegram",
          "signal",
          "discordgo",
          "slackgo",
          "instagramgo",
          "facebookgo",
          "gmessages",
          "linkedin",
          "twitter");
  private static final List<String> TOPICS =
      List.of("everyday", "trip", "home", "work", "food", "family", "games", "garden", "books");
  private static final int FEWEST_PEOPLE = 20;
  private static final int GROUPS_PERCENT = 30;
  private static final int RARE_PERCENT = 8;
  private static final int UNREAD_FROM = 16;
  private static final long NEWEST_SECONDS = 90;
  private static final double DAYS_OF_HISTORY = 700;
  private static final long SECONDS_PER_MESSAGE = 7_000;

  private final GeneratedWorld world;
  private final SplittableRandom random;
  private final WorldFormat.Known known = BundledWorlds.known();
  private final int people;

  WorldInvention(GeneratedWorld world, long seed) {
    this.world = world;
    this.random = new SplittableRandom(seed);
    // In an account no two direct chats are with the same person.
    this.people = FEWEST_PEOPLE + world.chats() / NETWORKS.size();
  }

  WorldPlan plan() {
    return new WorldPlan(
        known.networks(),
        known.bridges(),
        BundledWorlds.plan("empty").me(),
        people(),
        accounts(),
        Map.of(),
        Map.of(),
        known.talk(),
        chats());
  }

  private Map<String, Person> people() {
    var all = new LinkedHashMap<String, Person>();
    for (var number = 0; number < people; number++) {
      var person = known.talk().person(number);
      all.put(person.key(), person);
    }
    return all;
  }

  private static Map<String, AccountPlan> accounts() {
    var all = new LinkedHashMap<String, AccountPlan>();
    for (var network : NETWORKS) {
      all.put(network, AccountPlan.on(new Ref(NOWHERE, network)));
    }
    return all;
  }

  private List<ChatPlan> chats() {
    var sizes = sizes();
    var all = new ArrayList<ChatPlan>(sizes.length);
    for (var number = 0; number < sizes.length; number++) {
      all.add(chat(number, sizes[number]));
    }
    return all;
  }

  /** A few long chats and many short ones, in no order. The sum is exact. */
  private int[] sizes() {
    var chats = world.chats();
    var weights = random.doubles(chats).map(share -> 1 / (0.02 + share)).toArray();
    var sum = Arrays.stream(weights).sum();
    var atLeast = world.messages() >= chats ? 1 : 0;
    var rest = world.messages() - (long) atLeast * chats;
    var sizes = new int[chats];
    var weight = 0.0;
    var given = 0L;
    for (var i = 0; i < chats; i++) {
      weight += weights[i];
      var upTo = i == chats - 1 ? rest : Math.min(rest, Math.round(rest * weight / sum));
      sizes[i] = (int) (atLeast + upTo - given);
      given = upTo;
    }
    return sizes;
  }

  private ChatPlan chat(int number, int messages) {
    var group = chance(GROUPS_PERCENT);
    var plan =
        ChatPlanBuilder.builder()
            .place(NOWHERE)
            .account(new Ref(NOWHERE, NETWORKS.get(number % NETWORKS.size())))
            .members(group ? group() : List.of(member(number / NETWORKS.size())))
            .unread(messages >= UNREAD_FROM && chance(RARE_PERCENT) ? random.nextInt(1, 4) : 0)
            .archived(chance(RARE_PERCENT))
            .muted(chance(RARE_PERCENT))
            .lowPriority(chance(RARE_PERCENT))
            .labels(List.of())
            .merge(List.of())
            .messages(List.of());
    if (group) {
      plan.title(known.talk().title(random));
    }
    if (messages > 0) {
      plan.generate(generate(number, messages));
    }
    return plan.build();
  }

  private List<MemberPlan> group() {
    var first = random.nextInt(people);
    var members = new ArrayList<MemberPlan>();
    var size = random.nextInt(2, 12);
    for (var i = 0; i < size; i++) {
      members.add(member((first + i) % people));
    }
    return members;
  }

  private static MemberPlan member(int number) {
    return new MemberPlan(new Ref(NOWHERE, Talk.crowdKey(number)), false, false, false);
  }

  /** The first chats are the most recent ones; the gaps between them grow. */
  private GeneratePlan generate(int number, int messages) {
    var share = (double) number / world.chats();
    var newest = NEWEST_SECONDS + number + Math.round(share * share * DAYS_OF_HISTORY * 86_400);
    var oldest = newest + 3_600 + messages * SECONDS_PER_MESSAGE;
    var first = random.nextInt(TOPICS.size());
    var topics =
        List.of(
            new Ref(NOWHERE, TOPICS.get(first)),
            new Ref(NOWHERE, TOPICS.get((first + 1) % TOPICS.size())),
            new Ref(NOWHERE, TOPICS.get((first + 4) % TOPICS.size())));
    return new GeneratePlan(
        NOWHERE,
        messages,
        topics,
        List.of(),
        Duration.ofSeconds(oldest),
        Duration.ofSeconds(newest));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
