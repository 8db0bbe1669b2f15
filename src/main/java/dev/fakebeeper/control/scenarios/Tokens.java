package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.TokenRules;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/** Makes the tokens that scenarios bring into a world. */
final class Tokens {
  private final World world;
  private final Function<String, Optional<String>> ownerOf;

  /** For a world; another one may own a value that a scenario asks for. */
  Tokens(World world, Function<String, Optional<String>> ownerOf) {
    this.world = world;
    this.ownerOf = ownerOf;
  }

  /**
   * Its tokens, made now.
   *
   * @throws WorldException when a value is taken; none is made then
   */
  HashPMap<String, String> made(Loaded loaded) {
    loaded.scenario().tokens().forEach(this::requireFree);
    return tokens(loaded, this::made);
  }

  /** Tokens of this world in place of those of the world it was loaded in. */
  HashPMap<String, String> madeAnew(Loaded loaded) {
    return tokens(loaded, part -> minted(part, left(part, loaded)));
  }

  private static HashPMap<String, String> tokens(Loaded loaded, Function<TokenPart, Token> maker) {
    var tokens = HashTreePMap.<String, String>empty();
    for (var part : loaded.scenario().tokens()) {
      tokens = tokens.plus(part.name(), maker.apply(part).value());
    }
    return tokens;
  }

  private Token made(TokenPart part) {
    var value = part.value();
    return value == null
        ? minted(part, part.lifetime())
        : world.change(tx -> TokenRules.put(tx, value, part.scopes(), part.lifetime()));
  }

  private void requireFree(TokenPart part) {
    var value = part.value();
    if (value == null) {
      return;
    }
    owner(value)
        .ifPresent(
            owner -> {
              throw WorldException.conflict(
                  "The value of the token \"%s\" leads into the world \"%s\" already. Leave \"value\" out, so that each world has one of its own."
                      .formatted(part.name(), owner));
            });
  }

  /** A revoked token of this world is free: a scenario that is loaded again brings its own back. */
  private Optional<String> owner(String value) {
    var own = world.read().tokens().get(value);
    return own != null && !own.revoked()
        ? Optional.of(world.name())
        : ownerOf.apply(value).filter(other -> !other.equals(world.name()));
  }

  /** What is left of its lifetime; null for one that never expires. */
  private @Nullable Duration left(TokenPart part, Loaded loaded) {
    var lifetime = part.lifetime();
    return lifetime == null ? null : Duration.between(world.now(), loaded.at().plus(lifetime));
  }

  private Token minted(TokenPart part, @Nullable Duration lifetime) {
    return world.change(tx -> TokenRules.mint(tx, world.name(), part.scopes(), lifetime));
  }
}
