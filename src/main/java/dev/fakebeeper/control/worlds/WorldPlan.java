package dev.fakebeeper.control.worlds;

import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.Bridge;
import dev.fakebeeper.world.Label;
import dev.fakebeeper.world.WorldState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A whole starting world as a file describes it, before it has a time and a seed. Immutable; the
 * maps keep the order of the file.
 *
 * @param networks the kinds of networks by type
 * @param bridges the bridges, in the order of the list
 * @param me the owner
 * @param people everybody else by name in the file
 * @param accounts the accounts by name in the file
 * @param labels the labels by name in the file
 * @param assets the assets by name in the file
 * @param talk what invented messages are made of
 * @param chats the chats
 */
record WorldPlan(
    Map<String, NetworkPlan> networks,
    List<Bridge> bridges,
    Person me,
    Map<String, Person> people,
    Map<String, AccountPlan> accounts,
    Map<String, Label> labels,
    Map<String, Asset> assets,
    Talk talk,
    List<ChatPlan> chats)
    implements StartingWorld {

  @Override
  public WorldState at(Instant now, long seed) {
    return WorldBuilding.build(this, now, seed);
  }
}
