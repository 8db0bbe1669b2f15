package dev.fakebeeper.control.faults;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.control.source.Nearest;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldState;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The faults of one world. Every fault counts the calls that match it; the first in the order of
 * planning that would strike a call takes it. Thread-safe: the plan is a value, and each change
 * puts another one in its place.
 */
public final class Faults {
  private final World world;
  private final Supplier<Contract> contract;
  private final HeldAnswers held;
  private volatile FaultPlan plan;

  /**
   * The faults of a world.
   *
   * @param contract the operations that can be struck; asked when the first fault is planned
   * @param start what is planned already
   */
  public Faults(World world, Supplier<Contract> contract, FaultPlan start) {
    this.world = world;
    this.contract = contract;
    this.plan = start;
    this.held = new HeldAnswers(world);
  }

  /**
   * Plans a fault, in force for every call that is checked from now on.
   *
   * @throws IllegalArgumentException when its name is taken, or the contract has no such operation
   *     or tag
   */
  public PlannedFault plan(Fault fault) {
    requireKnown(fault.trigger().reach());
    var now = world.now();
    synchronized (this) {
      plan = plan.with(fault, now);
      return new PlannedFault(this, plan.lastName(), fault);
    }
  }

  /** What is planned, in order. */
  public List<PlannedFault> list() {
    return plan.entries().stream().map(this::handle).toList();
  }

  /** The faults that never took a call. */
  public List<PlannedFault> neverFired() {
    return plan.entries().stream().filter(entry -> entry.fired() == 0).map(this::handle).toList();
  }

  /** The fault of a name. */
  public Optional<PlannedFault> named(String name) {
    return find(name).map(this::handle);
  }

  /** Takes every fault out of the plan and lets go what they hold. */
  public void clear() {
    list().forEach(PlannedFault::remove);
  }

  /**
   * Waits until so many answers are held back, by faults that delay, hang or drip; then the clock
   * can be moved without racing the client.
   *
   * @param atMost of the machine's time
   * @throws IllegalStateException when the time is over; the message says what is held
   */
  public void awaitHeld(int answers, Duration atMost) {
    held.await(answers, atMost);
  }

  /** What is held back now, in words. */
  public List<String> held() {
    return held.describe();
  }

  private PlannedFault handle(PlanEntry entry) {
    return new PlannedFault(this, entry.name(), entry.fault());
  }

  Optional<PlanEntry> find(String name) {
    return plan.find(name);
  }

  void remove(String name) {
    synchronized (this) {
      plan = plan.without(name);
    }
    held.removed(name);
  }

  private void requireKnown(Reach reach) {
    var operations = contract.get().operations();
    if (reach instanceof Reach.Operations wanted) {
      var known = operations.stream().map(Operation::id).toList();
      wanted.ids().forEach(id -> requireOneOf("operation", id, known));
    } else if (reach instanceof Reach.OfTag wanted) {
      var known = operations.stream().map(Operation::tag).distinct().toList();
      requireOneOf("tag", wanted.tag(), known);
    }
  }

  private static void requireOneOf(String what, String name, Collection<String> known) {
    if (!known.contains(name)) {
      var hint =
          Nearest.of(name, known)
              .map(near -> "Did you mean \"" + near + "\"?")
              .orElse("There are " + String.join(", ", known) + ".");
      throw new IllegalArgumentException(
          "the contract has no %s \"%s\". %s".formatted(what, name, hint));
    }
  }

  // ---- for the edge and for snapshots

  /** Whether nothing is planned, which costs nothing to ask. */
  public boolean isEmpty() {
    return plan.isEmpty();
  }

  /** Counts a call; the fault that takes it, if one does. */
  public Optional<TakenFault> take(FaultCall call) {
    var meeting = new PlanEntry.Meeting(call, world.read(), world.now());
    synchronized (this) {
      var step = plan.meet(meeting);
      plan = step.next();
      return Optional.ofNullable(step.taken());
    }
  }

  /** Makes ready to hold the answer to a call that a fault has taken. */
  public Hold hold(TakenFault fault) {
    return held.open(fault, find(fault.name()).isPresent());
  }

  /**
   * Makes ready to hold an answer that no fault has taken: a stub mapping delays it.
   *
   * @param holder who holds it, for people
   * @param what of what it holds the answer, for people
   */
  public Hold hold(String holder, String what) {
    return held.open(holder, what);
  }

  /** The plan as it is now. */
  public FaultPlan plan() {
    return plan;
  }

  /** A state as a snapshot of this world keeps it: without the answers that wait here. */
  public WorldState withoutHeld(WorldState state) {
    return held.without(state);
  }

  /** Puts another plan in place of the present one. */
  public synchronized void restore(FaultPlan other) {
    plan = other;
  }
}
