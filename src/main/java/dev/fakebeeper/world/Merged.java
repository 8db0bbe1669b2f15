package dev.fakebeeper.world;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Merges sorted walks into one, taking from each only what is asked for. Used by one thread. */
final class Merged<T> implements Iterator<T> {
  private final PriorityQueue<Head<T>> heads;

  private record Head<T>(T entry, Iterator<T> rest) {}

  /** Merges walks that are sorted by an order. */
  Merged(List<Iterator<T>> walks, Comparator<T> order) {
    heads = new PriorityQueue<>(Comparator.comparing(Head::entry, order));
    walks.forEach(this::push);
  }

  private void push(Iterator<T> walk) {
    if (walk.hasNext()) {
      heads.add(new Head<>(walk.next(), walk));
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public T next() {
    var head = heads.poll();
    if (head == null) {
      throw new NoSuchElementException();
    }
    push(head.rest());
    return head.entry();
  }
}
