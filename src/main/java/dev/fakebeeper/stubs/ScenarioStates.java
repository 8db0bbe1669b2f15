package dev.fakebeeper.stubs;

import com.github.tomakehurst.wiremock.store.InMemoryScenariosStore;
import com.github.tomakehurst.wiremock.store.ScenariosStore;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How far the stub scenarios of an engine are: once for all, as WireMock has it, or apart for each
 * player of the same mappings. WireMock asks on the thread that answers, so that thread says whose
 * states they are. Thread-safe.
 */
final class ScenarioStates implements ScenariosStore {
  /** A thread asks one engine at a time. */
  private static final ThreadLocal<Player> PLAYING = new ThreadLocal<>();

  private final ScenariosStore common = new InMemoryScenariosStore();

  /** States of its own; where it has none yet, it is at the start. Thread-safe. */
  static final class Player {
    private final Map<String, Scenario> own = new ConcurrentHashMap<>();

    /** Goes back to the start. */
    void startOver() {
      own.clear();
    }
  }

  /** Does something in which the states are those of a player. */
  static <T> T playing(Player player, Supplier<T> step) {
    PLAYING.set(player);
    try {
      return step.get();
    } finally {
      PLAYING.remove();
    }
  }

  @Override
  public Optional<Scenario> get(String name) {
    var player = PLAYING.get();
    return player == null
        ? common.get(name)
        : Optional.ofNullable(player.own.get(name)).or(() -> common.get(name));
  }

  @Override
  public void put(String name, Scenario scenario) {
    var player = PLAYING.get();
    if (player == null) {
      common.put(name, scenario);
    } else {
      player.own.put(name, scenario);
    }
  }

  @Override
  public Stream<Scenario> getAll() {
    return common.getAll();
  }

  @Override
  public Stream<String> getAllKeys() {
    return common.getAllKeys();
  }

  @Override
  public void remove(String name) {
    common.remove(name);
  }

  @Override
  public void clear() {
    common.clear();
  }
}
