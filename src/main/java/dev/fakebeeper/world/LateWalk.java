package dev.fakebeeper.world;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A walk whose first entry is known, and which is opened only for the second. Used by one thread.
 */
final class LateWalk<T> implements Iterator<T> {
  private final Supplier<Iterator<T>> opener;
  private @Nullable T first;
  private @Nullable Iterator<T> rest;

  LateWalk(T first, Supplier<Iterator<T>> opener) {
    this.first = first;
    this.opener = opener;
  }

  @Override
  public boolean hasNext() {
    return first != null || rest().hasNext();
  }

  @Override
  public T next() {
    var known = first;
    if (known != null) {
      first = null;
      return known;
    }
    if (!rest().hasNext()) {
      throw new NoSuchElementException();
    }
    return rest().next();
  }

  private Iterator<T> rest() {
    var opened = rest;
    if (opened == null) {
      opened = opener.get();
      rest = opened;
    }
    return opened;
  }
}
