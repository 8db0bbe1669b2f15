package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What carries accounts of one network, and how one signs in on it. Data, loaded with the starting
 * world.
 *
 * @param id the bridge instance, such as {@code local-whatsapp}; the key
 * @param type the type of network, the key of {@link Network}
 * @param provider where it runs
 * @param displayName the name shown to people
 * @param capacity how many accounts it takes
 * @param removeScopes how far the removal of one of its logins can reach
 * @param provisioning what it can do when chats are made
 * @param flows the ways to sign in, the default first; none when nobody can
 * @param arrival what becomes of a sign-in that is complete
 * @param forced a status that somebody has set, null while it follows from the accounts
 * @param statusText the forced status for people, null for none
 */
@RecordBuilder
public record Bridge(
    String id,
    String type,
    Account.Provider provider,
    String displayName,
    Capacity capacity,
    List<RemoveScope> removeScopes,
    ProvisioningCapabilities provisioning,
    List<LoginFlow> flows,
    Arrival arrival,
    @Nullable BridgeStatus forced,
    @Nullable String statusText)
    implements BridgeBuilder.With {

  /** What an id must look like, so that it can stand in a path (documented). */
  public static final String ID = "[A-Za-z0-9_-]+";

  /** Copies the lists; refuses an id that no path can hold. */
  public Bridge {
    if (!id.matches(ID)) {
      throw new IllegalArgumentException("id (" + id + ") must match " + ID);
    }
    removeScopes = List.copyOf(removeScopes);
    flows = List.copyOf(flows);
  }

  /**
   * How many accounts a bridge takes.
   *
   * @param multiple whether more than one
   * @param limit how many accounts of its network at most, null for no limit
   */
  public record Capacity(boolean multiple, @Nullable Integer limit) {}

  /**
   * The bridge behind an account of which nobody has told more. Nobody can sign in on it.
   *
   * @param displayName the name of its network
   */
  public static Bridge undescribed(Account.Bridge bridge, String displayName) {
    return new Bridge(
        bridge.id(),
        bridge.type(),
        bridge.provider(),
        displayName,
        new Capacity(true, null),
        List.of(RemoveScope.values()),
        ProvisioningCapabilities.none(),
        List.of(),
        Arrival.plain(),
        null,
        null);
  }

  /** The bridge as accounts name it. */
  public Account.Bridge ofAccount() {
    return new Account.Bridge(id, type, provider);
  }

  /** The flow with an id. */
  public Optional<LoginFlow> findFlow(String flowId) {
    return flows.stream().filter(flow -> flow.id().equals(flowId)).findFirst();
  }
}
