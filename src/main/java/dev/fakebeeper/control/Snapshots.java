package dev.fakebeeper.control;

import dev.fakebeeper.world.WorldException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The snapshots of one world that are kept under a name, as long as the world. Thread-safe. */
public final class Snapshots {
  /** How many are kept; one holds on to everything that was in the world at its moment. */
  public static final int MOST = 100;

  private final Supplier<Snapshot> present;
  private final Map<String, Snapshot> byName = new LinkedHashMap<>();

  Snapshots(Supplier<Snapshot> present) {
    this.present = present;
  }

  /**
   * Keeps the world as it is now.
   *
   * @throws WorldException when the name is taken, or {@value #MOST} are kept already
   */
  public Snapshot save(String name) {
    var snapshot = present.get();
    synchronized (byName) {
      if (byName.containsKey(name)) {
        throw WorldException.conflict(
            "There is a snapshot \"" + name + "\"; remove it or choose another name");
      }
      if (byName.size() == MOST) {
        throw WorldException.conflict(
            "A world keeps " + MOST + " snapshots; remove one that is no longer needed");
      }
      byName.put(name, snapshot);
    }
    return snapshot;
  }

  /** The names, the oldest first. */
  public List<String> names() {
    synchronized (byName) {
      return new ArrayList<>(byName.keySet());
    }
  }

  /** The snapshot of a name. */
  public Optional<Snapshot> find(String name) {
    synchronized (byName) {
      return Optional.ofNullable(byName.get(name));
    }
  }

  /**
   * The snapshot of a name.
   *
   * @throws WorldException when there is none
   */
  public Snapshot require(String name) {
    return find(name).orElseThrow(() -> WorldException.notFound("Snapshot", name));
  }

  /**
   * Forgets a snapshot.
   *
   * @throws WorldException when there is none
   */
  public void remove(String name) {
    synchronized (byName) {
      if (byName.remove(name) == null) {
        throw WorldException.notFound("Snapshot", name);
      }
    }
  }
}
