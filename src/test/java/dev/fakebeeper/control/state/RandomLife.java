package dev.fakebeeper.control.state;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * Does one random thing in a world by its own rules: what a client does, what others do, what time
 * does. The same random numbers do the same in equal worlds.
 */
final class RandomLife {
  /** What can happen; each returns what came of it. */
  private static final List<BiFunction<Transaction, RandomLife, Object>> ACTS =
      List.of(
          OthersActs::says,
          OthersActs::says,
          OthersActs::says,
          OwnerActs::sends,
          OwnerActs::sends,
          OwnerActs::sendsFile,
          OwnerActs::plansSends,
          OwnerActs::steps,
          OwnerActs::reads,
          OwnerActs::switches,
          OwnerActs::reacts,
          OthersActs::edits,
          OthersActs::deletes,
          OthersActs::sees,
          OwnerActs::reminds,
          OthersActs::snoozes,
          OwnerActs::expires,
          OwnerActs::drafts,
          OthersActs::labels,
          OthersActs::opens,
          OthersActs::joinsOrLeaves,
          OthersActs::fillsHistory,
          OwnerActs::focuses,
          OthersActs::mints,
          OthersActs::connects,
          SetupActs::stands,
          SetupActs::signsIn,
          SetupActs::signsIn,
          SetupActs::signsIn,
          SetupActs::unlocks,
          SetupActs::verifies,
          SetupActs::verifies,
          SetupActs::verifies,
          SetupActs::answers,
          SetupActs::plans,
          OthersActs::plans,
          LoginActs::begins,
          LoginActs::begins,
          LoginActs::answers,
          LoginActs::answers,
          LoginActs::others,
          LoginActs::plans,
          LoginActs::breaks);

  private final World world;
  private SplittableRandom random = new SplittableRandom(0);

  RandomLife(World world) {
    this.world = world;
  }

  /** Returns what came of it. */
  Object act(SplittableRandom numbers) {
    random = numbers;
    var wanted = random.nextInt(ACTS.size() + 4);
    if (wanted >= ACTS.size()) {
      return world.advance(Duration.ofMillis(random.nextInt(1, 600_000)));
    }
    try {
      return world.<Object>change(tx -> ACTS.get(wanted).apply(tx, this));
    } catch (WorldException e) {
      return e.toString();
    }
  }

  /** One of them by chance; refused as the world refuses what is not there when there is none. */
  <T> T one(Collection<T> all) {
    if (all.isEmpty()) {
      throw WorldException.notFound("Anything", "at all");
    }
    return new ArrayList<>(all).get(random.nextInt(all.size()));
  }

  Chat chat(Transaction tx) {
    return one(tx.state().chats().values());
  }

  Account account(Transaction tx) {
    return one(tx.state().accounts().values());
  }

  Message message(Transaction tx, Chat chat) {
    var newest = new ArrayList<Message>();
    var messages = tx.state().logOf(chat).newestFirst();
    while (messages.hasNext() && newest.size() < 5) {
      newest.add(messages.next());
    }
    return one(newest);
  }

  User person(Chat chat) {
    return one(chat.participants()).user();
  }

  SplittableRandom random() {
    return random;
  }

  String word() {
    return List.of("Fähre", "\"6\"", "<b>x</b>", "👩‍🚀", "", "\\ \n").get(random.nextInt(6));
  }
}
