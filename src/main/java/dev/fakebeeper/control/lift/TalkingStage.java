package dev.fakebeeper.control.lift;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.recording.RecordedAnswer;
import java.time.Duration;
import java.util.function.IntConsumer;

/** A stage that tells how far a proof is. Used by one thread. */
public final class TalkingStage implements Stage {
  private final Stage stage;
  private final IntConsumer listener;
  private int asked;

  /**
   * A stage in front of another.
   *
   * @param listener told before each request how many there were, that one included
   */
  public TalkingStage(Stage stage, IntConsumer listener) {
    this.stage = stage;
    this.listener = listener;
  }

  @Override
  public void until(Duration after) {
    stage.until(after);
  }

  @Override
  public RecordedAnswer ask(ApiRequest request) {
    listener.accept(++asked);
    return stage.ask(request);
  }
}
