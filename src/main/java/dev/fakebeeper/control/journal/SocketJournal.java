package dev.fakebeeper.control.journal;

import dev.fakebeeper.control.journal.SocketEvent.Kind;
import dev.fakebeeper.events.Alteration;
import dev.fakebeeper.events.SocketInfo;
import dev.fakebeeper.events.StreamObserver;
import dev.fakebeeper.world.World;
import java.util.Locale;

/** Writes what happens on the event sockets of a world into its journal. Thread-safe. */
public final class SocketJournal implements StreamObserver {
  private final World world;
  private final Journal journal;

  /** Writes about the sockets of a world. */
  public SocketJournal(World world, Journal journal) {
    this.world = world;
    this.journal = journal;
  }

  @Override
  public void opened(SocketInfo socket) {
    write(socket.id(), Kind.OPENED, Frame.NONE);
  }

  @Override
  public void subscribed(SocketInfo socket) {
    var wanted = String.join(", ", socket.chatIds()) + (socket.appState() ? " and the app" : "");
    write(socket.id(), Kind.SUBSCRIBED, new Frame("", 0, "", wanted));
  }

  @Override
  public void sent(String socketId, long seq, String type, String text, Alteration alteration) {
    var remark =
        alteration == Alteration.NONE
            ? ""
            : alteration.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    write(socketId, Kind.SENT, new Frame(type, seq, text, remark));
  }

  @Override
  public void lost(String socketId, long seq, String type, String text) {
    write(socketId, Kind.LOST, new Frame(type, seq, text, ""));
  }

  @Override
  public void received(String socketId, String text) {
    write(socketId, Kind.RECEIVED, new Frame("", 0, text, ""));
  }

  @Override
  public void closed(String socketId, int code, String reason) {
    write(socketId, Kind.CLOSED, new Frame("", 0, (code + " " + reason).strip(), ""));
  }

  private record Frame(String type, long sequence, String text, String remark) {
    static final Frame NONE = new Frame("", 0, "", "");
  }

  private void write(String socket, Kind kind, Frame frame) {
    var at = world.now();
    journal.record(
        number ->
            new SocketEvent(
                number,
                at,
                world.name(),
                socket,
                kind,
                frame.type(),
                frame.sequence(),
                frame.text(),
                frame.remark()));
  }
}
