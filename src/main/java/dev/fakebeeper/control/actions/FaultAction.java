package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.faults.Fault;
import dev.fakebeeper.control.faults.PlannedFault;
import org.jspecify.annotations.Nullable;

/** What happens to the planned faults of a world. */
public sealed interface FaultAction extends Action {

  /** A fault is planned. */
  record Plan(Fault fault) implements FaultAction {
    @Override
    public Outcome run(FakeWorld world) {
      return Outcome.made("fault", world.faults().plan(fault).name());
    }
  }

  /**
   * A fault goes, and what it holds goes out; when there is none of that name, nothing happens.
   *
   * @param name null for every fault
   */
  record Remove(@Nullable String name) implements FaultAction {
    @Override
    public Outcome run(FakeWorld world) {
      if (name == null) {
        world.faults().clear();
      } else {
        world.faults().named(name).ifPresent(PlannedFault::remove);
      }
      return Outcome.NOTHING;
    }
  }
}
