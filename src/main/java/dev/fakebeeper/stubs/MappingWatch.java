package dev.fakebeeper.stubs;

import com.github.tomakehurst.wiremock.common.Errors;
import com.github.tomakehurst.wiremock.common.InvalidInputException;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Counts the mappings of an engine, so that nobody asks an empty one, and lets each that comes in
 * after the start pass the gate first, however it comes. Thread-safe.
 */
final class MappingWatch implements StubLifecycleListener {
  /** WireMock's own number for input that makes no sense. */
  private static final int INVALID = 10;

  private final Consumer<String> gate;
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean open;

  MappingWatch(Consumer<String> gate) {
    this.gate = gate;
  }

  /** A refusal that WireMock's admin API turns into its own 422. */
  static final class Refused extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private final StubException reason;

    Refused(StubException reason) {
      super(Errors.single(INVALID, String.valueOf(reason.getMessage())));
      this.reason = reason;
    }

    StubException reason() {
      return reason;
    }
  }

  /** From now on the gate is asked. */
  void guard() {
    open = true;
  }

  int count() {
    return count.get();
  }

  @Override
  public String getName() {
    return "fake-beeper-mapping-watch";
  }

  @Override
  public void beforeStubCreated(StubMapping mapping) {
    pass(mapping);
  }

  @Override
  public void beforeStubEdited(StubMapping before, StubMapping after) {
    pass(after);
  }

  private void pass(StubMapping mapping) {
    if (!open) {
      return;
    }
    try {
      gate.accept(StubMapping.buildJsonStringFor(mapping));
    } catch (StubException refusal) {
      throw new Refused(refusal);
    }
  }

  @Override
  public void afterStubCreated(StubMapping mapping) {
    count.incrementAndGet();
  }

  @Override
  public void afterStubRemoved(StubMapping mapping) {
    count.decrementAndGet();
  }

  @Override
  public void afterStubsReset() {
    count.set(0);
  }
}
