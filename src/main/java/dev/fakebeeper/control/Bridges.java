package dev.fakebeeper.control;

import dev.fakebeeper.control.bridges.BridgeFile;
import dev.fakebeeper.world.Bridge;
import dev.fakebeeper.world.BridgePlay;
import dev.fakebeeper.world.BridgeRules;
import dev.fakebeeper.world.BridgeStatus;
import dev.fakebeeper.world.World;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The bridges of a world, as a test arranges them. No event tells of what happens here; clients
 * find out by asking. What does not exist is refused with a {@code WorldException} that names it.
 */
public final class Bridges {
  private final World world;

  Bridges(World world) {
    this.world = world;
  }

  /** The ids, in the order of the list. */
  public List<String> ids() {
    return BridgeRules.all(world.read()).stream().map(Bridge::id).toList();
  }

  /** What a client reads as the status of a bridge, such as {@code available}. */
  public String status(String bridgeId) {
    var state = world.read();
    var status = BridgeRules.status(state, BridgeRules.require(state, bridgeId));
    return status.name().toLowerCase(Locale.ROOT);
  }

  /** A bridge is there, in place of one of its id; sign-ins that are going on there fail. */
  public void add(BridgeFile bridge) {
    world.run(tx -> BridgePlay.put(tx, bridge.bridge()));
  }

  /** A bridge goes, and its accounts with their chats. */
  public void remove(String bridgeId) {
    world.run(tx -> BridgePlay.remove(tx, bridgeId));
  }

  /**
   * A bridge has a status whatever its accounts are. {@code temporarily_unavailable} takes the
   * connection of its accounts, {@code disabled} switches them off.
   *
   * @param status as the API spells it
   * @param statusText for people, null for none
   */
  public void setStatus(String bridgeId, String status, @Nullable String statusText) {
    var wanted = BridgeStatus.valueOf(status.toUpperCase(Locale.ROOT));
    world.run(tx -> BridgePlay.status(tx, bridgeId, wanted, statusText));
  }

  /** The status follows from the accounts again; those that were off or cut off are connected. */
  public void clearStatus(String bridgeId) {
    world.run(tx -> BridgePlay.status(tx, bridgeId, null, null));
  }
}
