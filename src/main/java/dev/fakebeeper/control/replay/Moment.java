package dev.fakebeeper.control.replay;

import dev.fakebeeper.events.SocketAct;
import java.time.Duration;

/** Something that happened on a recorded socket. */
sealed interface Moment {

  /** When, since the opening. */
  Duration after();

  /** What it is, in words for people. */
  String what();

  /**
   * A frame of the app that is no event: {@code ready}, or what a command led to. It goes out as
   * soon as it is its turn, because the client waits for it.
   */
  record Answer(Duration after, FrameText frame) implements Moment {
    @Override
    public String what() {
      return frame.type();
    }
  }

  /** An event of the app, which waits for its time. */
  record Event(Duration after, FrameText frame) implements Moment {
    @Override
    public String what() {
      return frame.type();
    }
  }

  /** A command of the client, behind which all waits until the client says the like. */
  record Command(Duration after, FrameText frame) implements Moment {
    @Override
    public String what() {
      return frame.type();
    }
  }

  /** The app ended the connection. */
  record End(Duration after, SocketAct act) implements Moment {
    @Override
    public String what() {
      return "the end of the socket";
    }
  }
}
