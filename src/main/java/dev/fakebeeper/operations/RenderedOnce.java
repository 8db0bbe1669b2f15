package dev.fakebeeper.operations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fakebeeper.contract.JsonFragment;
import java.util.function.BiFunction;

/**
 * One JSON form of one kind of entity, rendered when it is first asked for and kept as long as the
 * entity lives.
 *
 * <p>Entities are told apart by identity: they are immutable, so another value is another object.
 * Forgetting is harmless, it only costs another rendering; so the number of kept forms is bounded.
 * Thread-safe: at worst two threads render the same form, and one of the two is kept.
 *
 * @param <E> the entity
 * @param <V> all that the form depends on beside the entity, compared with {@code equals}; must not
 *     refer to the entity
 */
final class RenderedOnce<E, V> {
  private final Cache<E, Form<V>> forms;
  private final BiFunction<E, V, JsonFragment> renderer;

  private record Form<V>(V view, JsonFragment json) {}

  RenderedOnce(int limit, BiFunction<E, V, JsonFragment> renderer) {
    this.renderer = renderer;
    // on the caller's thread: the work is tiny, and no pool is started for it
    this.forms =
        Caffeine.newBuilder().weakKeys().maximumSize(limit).executor(Runnable::run).build();
  }

  JsonFragment of(E entity, V view) {
    var kept = forms.getIfPresent(entity);
    if (kept != null && kept.view().equals(view)) {
      return kept.json();
    }
    var json = renderer.apply(entity, view);
    forms.put(entity, new Form<>(view, json));
    return json;
  }
}
