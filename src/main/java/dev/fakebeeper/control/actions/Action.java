package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.FakeWorld;

/** One thing that happens in a world without the client. An immutable value. */
public sealed interface Action
    permits MessageAction,
        ChatAction,
        AccountAction,
        SocketAction,
        FaultAction,
        BridgeAction,
        LoginAction,
        SetupAction,
        ConsentAction {

  /**
   * Does it.
   *
   * @return the ids of what it made
   * @throws RuntimeException when a rule of the world forbids it or what it names does not exist;
   *     nothing has changed then, and {@link dev.fakebeeper.control.Refusal} tells why
   */
  Outcome run(FakeWorld world);
}
