package dev.fakebeeper.world;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A walk that leaves entries out and may end early, looking ahead by one. Used by one thread. */
final class Filtered<E, T> implements Iterator<T> {
  private final Iterator<E> walk;
  private final Predicate<E> goesOn;
  private final Function<E, Optional<T>> passing;
  private @Nullable T next;
  private boolean ended;

  /**
   * Filters a walk.
   *
   * @param goesOn false for the first entry with which the walk is over
   * @param passing what an entry stands for, empty when it is left out
   */
  Filtered(Iterator<E> walk, Predicate<E> goesOn, Function<E, Optional<T>> passing) {
    this.walk = walk;
    this.goesOn = goesOn;
    this.passing = passing;
  }

  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      if (walk.hasNext()) {
        take(walk.next());
      } else {
        ended = true;
      }
    }
    return next != null;
  }

  private void take(E entry) {
    if (goesOn.test(entry)) {
      next = passing.apply(entry).orElse(null);
    } else {
      ended = true;
    }
  }

  @Override
  public T next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    var taken = next;
    next = null;
    return taken;
  }
}
