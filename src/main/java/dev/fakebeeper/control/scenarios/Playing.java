package dev.fakebeeper.control.scenarios;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Which scenarios are loaded in a world and how far each is: all that the engine knows, for
 * snapshots to carry. What waits for its time is in the state of the world. Public only for our own
 * packages. Immutable.
 */
public final class Playing {
  /** No scenario. */
  public static final Playing NOTHING = new Playing(TreePVector.empty());

  private final PVector<Loaded> all;

  private Playing(PVector<Loaded> all) {
    this.all = all;
  }

  /** In the order in which they were loaded. */
  PVector<Loaded> all() {
    return all;
  }

  Optional<Loaded> find(String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** What was loaded after one. */
  List<Loaded> after(String name) {
    return all.stream().dropWhile(one -> !one.name().equals(name)).skip(1).toList();
  }

  Playing with(Loaded loaded) {
    return new Playing(all.plus(loaded));
  }

  Playing without(String name) {
    return new Playing(TreePVector.from(all.stream().filter(o -> !o.name().equals(name)).toList()));
  }

  /** The same with one scenario changed; nothing changes when it is not loaded. */
  Playing change(String name, UnaryOperator<Loaded> change) {
    return changeAll(one -> one.name().equals(name) ? change.apply(one) : one);
  }

  Playing changeAll(UnaryOperator<Loaded> change) {
    return new Playing(TreePVector.from(all.stream().map(change).toList()));
  }

  /** In order of loading, then of the file, then of the runs. */
  Comparator<Cue> order() {
    var names = all.stream().map(Loaded::name).toList();
    return Comparator.comparingInt((Cue cue) -> names.indexOf(cue.scenario()))
        .thenComparingInt(Cue::entry)
        .thenComparingInt(Cue::run);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Playing that && all.equals(that.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }
}
