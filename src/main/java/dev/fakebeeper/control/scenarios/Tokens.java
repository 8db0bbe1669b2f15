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

  /** Its tokens, made now. */
  HashPMap<String, String> made(Loaded loaded) {
    return tokens(loaded, part -> made(part, part.value()));
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

  private Token made(TokenPart part, @Nullable String value) {
    if (value == null) {
      return minted(part, part.lifetime());
    }
    requireFree(part, value);
    return world.change(tx -> TokenRules.put(tx, value, part.scopes(), part.lifetime()));
  }

  private void requireFree(TokenPart part, String value) {
    ownerOf
        .apply(value)
        .filter(owner -> !owner.equals(world.name()))
        .ifPresent(
            owner -> {
              throw WorldException.conflict(
                  "The value of the token \"%s\" leads into the world \"%s\" already. Leave \"value\" out, so that each world has one of its own."
                      .formatted(part.name(), owner));
            });
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
