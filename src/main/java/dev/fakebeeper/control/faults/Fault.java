package dev.fakebeeper.control.faults;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planned misbehaviour of the HTTP API: when it strikes, and what the client feels then.
 *
 * <pre>{@code
 * world.faults().plan(Fault.on("sendMessage").first(1).resetAfterCommit());
 * world.faults().plan(Fault.on(Group.READS).every(3).error(502).named("flaky"));
 * world.faults().plan(Fault.on("listChats").nth(2).delay(Duration.ofSeconds(35)));
 * }</pre>
 *
 * Only calls that a token lets in and that keep the contract can be struck. Immutable.
 *
 * @param name unique among the faults of a world; null to be given one when it is planned
 * @param trigger when it strikes
 * @param effect what the client feels
 */
public record Fault(@Nullable String name, FaultTrigger trigger, FaultEffect effect) {

  /** Checks the name. */
  public Fault {
    if (name != null && !name.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new IllegalArgumentException(
          "name (" + name + ") must be 1 to 100 letters, digits, dots, hyphens or underscores");
    }
  }

  /** Begins a fault of operations, by operationId. */
  public static FaultTrigger on(String operationId, String... more) {
    var ids = new ArrayList<>(List.of(operationId));
    ids.addAll(List.of(more));
    return FaultTrigger.of(new Reach.Operations(ids));
  }

  /** Begins a fault of a group of operations. */
  public static FaultTrigger on(Group group) {
    return FaultTrigger.of(new Reach.OfGroup(group));
  }

  /** Begins a fault of the operations with a tag of the contract, such as {@code Chats}. */
  public static FaultTrigger onTag(String tag) {
    return FaultTrigger.of(new Reach.OfTag(tag));
  }

  /** This fault under a name, by which journal, log and failures speak of it. */
  public Fault named(String chosen) {
    return new Fault(chosen, trigger, effect);
  }
}
