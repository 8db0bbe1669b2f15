package dev.fakebeeper.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * All worlds of one server, by name and by token. A token belongs to one world, so a caller lands
 * in its own world through any client. Thread-safe; a look-up takes no lock.
 */
public final class Worlds implements AutoCloseable {
  /** The world of callers without a token. */
  public static final String DEFAULT = "default";

  /**
   * How many tokens of closed worlds are remembered, so that late traffic can be told from a wrong
   * token.
   */
  private static final int GRAVEYARD = 10_000;

  private final Map<String, World> byName = new ConcurrentHashMap<>();
  private final Map<String, World> byToken = new ConcurrentHashMap<>();
  private final Map<String, String> dead =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
              return size() > GRAVEYARD;
            }
          });
  private final List<Consumer<World>> openings = new ArrayList<>();

  /** Calls a listener for every world that is opened from now on, before anybody can reach it. */
  public synchronized void onOpen(Consumer<World> listener) {
    openings.add(listener);
  }

  /**
   * Opens a world under its own name.
   *
   * @throws WorldException when a world of that name is open, or one of its tokens belongs to
   *     another world
   */
  public synchronized World open(World world) {
    if (byName.containsKey(world.name())) {
      throw WorldException.conflict(
          "A world named \"" + world.name() + "\" is open; close it or choose another name");
    }
    for (var token : world.read().tokens().keySet()) {
      if (byToken.containsKey(token)) {
        throw WorldException.conflict(
            "A token of the world \"" + world.name() + "\" belongs to another world");
      }
    }
    openings.forEach(listener -> listener.accept(world));
    byName.put(world.name(), world);
    index(world, WorldState.empty(0), world.read());
    world.listen(commit -> index(world, commit.before(), commit.after()));
    world.onReplace((before, after) -> index(world, before, after));
    return world;
  }

  @SuppressWarnings("ReferenceEquality") // the same map object means that no token changed
  private void index(World world, WorldState before, WorldState after) {
    if (before.tokens() == after.tokens()) {
      return;
    }
    after.tokens().keySet().forEach(token -> byToken.put(token, world));
    before.tokens().keySet().stream()
        .filter(token -> !after.tokens().containsKey(token))
        .forEach(byToken::remove);
  }

  /** The world of a name. */
  public Optional<World> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The world of callers without a token. */
  public Optional<World> findDefault() {
    return find(DEFAULT);
  }

  /** The world that a token belongs to. */
  public Optional<World> ofToken(String token) {
    return Optional.ofNullable(byToken.get(token));
  }

  /**
   * The worlds in which an OAuth client, a code or a question to the user goes by this id: one at
   * most, but for clients that a test has made known in several.
   */
  public List<World> knowing(String oauthId) {
    return byName.values().stream().filter(world -> world.read().oauth().knows(oauthId)).toList();
  }

  /** The name of the closed world that a token belonged to, as long as it is remembered. */
  public Optional<String> ownerOfDeadToken(String token) {
    return Optional.ofNullable(dead.get(token));
  }

  /** The names of all open worlds, in no order. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** Closes a world: its tokens are dead from now on. Again is a no-op. */
  public synchronized void close(String name) {
    var world = byName.remove(name);
    if (world == null) {
      return;
    }
    world.close();
    world.read().tokens().keySet().forEach(token -> bury(token, name));
  }

  private void bury(String token, String owner) {
    byToken.remove(token);
    dead.put(token, owner);
  }

  /** Closes every world. */
  @Override
  public synchronized void close() {
    names().forEach(this::close);
  }
}
