package dev.fakebeeper.control.replay;

import dev.fakebeeper.events.SocketAct;
import dev.fakebeeper.recording.RecordedEnd;
import dev.fakebeeper.recording.RecordedFrame;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import dev.fakebeeper.recording.RecordedSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * One recorded socket, ready to be played.
 *
 * @param number counts the sockets of the recording from 1
 * @param moments in the order in which they happened
 */
record Reel(int number, List<Moment> moments) {
  /** No code came with the goodbye (RFC 6455, section 7.4.1). */
  private static final int NO_CODE = 1005;

  /** Nobody said goodbye. */
  private static final int ABNORMAL = 1006;

  static final int NONE = -1;

  static Reel of(int number, RecordedSocket socket) {
    var moments = new ArrayList<Moment>();
    socket.frames().forEach(frame -> moments.add(moment(frame)));
    var end = socket.end();
    if (end != null && end.sender() == Sender.APP) {
      moments.add(new Moment.End(end.after(), act(end)));
    }
    return new Reel(number, List.copyOf(moments));
  }

  private static Moment moment(RecordedFrame frame) {
    var text = FrameText.of(frame.text());
    if (frame.sender() == Sender.CLIENT) {
      return new Moment.Command(frame.after(), text);
    }
    return text.isEvent()
        ? new Moment.Event(frame.after(), text)
        : new Moment.Answer(frame.after(), text);
  }

  private static SocketAct act(RecordedEnd end) {
    if (end.code() == ABNORMAL) {
      return new SocketAct.Cut();
    }
    return new SocketAct.Close(end.code() == NO_CODE ? 1000 : end.code(), end.reason());
  }

  /** The place of the first command from a place on that is like another; {@link #NONE} if none. */
  int find(FrameText command, int from) {
    for (int i = from; i < moments.size(); i++) {
      if (moments.get(i) instanceof Moment.Command recorded && recorded.frame().isLike(command)) {
        return i;
      }
    }
    return NONE;
  }

  /** The place of the first command, or the end. */
  int firstCommand() {
    return nextCommand(0);
  }

  /** The place of the first command from a place on, or the end. */
  int nextCommand(int from) {
    int at = from;
    while (at < moments.size() && !(moments.get(at) instanceof Moment.Command)) {
      at++;
    }
    return at;
  }

  /** Whether its client began with a command like another. */
  boolean beginsWith(FrameText command) {
    return find(command, 0) == firstCommand() && firstCommand() < moments.size();
  }
}
