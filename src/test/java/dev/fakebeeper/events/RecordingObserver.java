package dev.fakebeeper.events;

import java.util.ArrayList;
import java.util.List;

/** Writes down what it is told, a line each. */
final class RecordingObserver implements StreamObserver {
  final List<String> heard = new ArrayList<>();

  @Override
  public void opened(SocketInfo socket) {
    heard.add("opened " + socket.id());
  }

  @Override
  public void subscribed(SocketInfo socket) {
    heard.add("subscribed " + socket.id() + " " + socket.chatIds());
  }

  @Override
  public void sent(String socketId, long seq, String type, String text, Alteration alteration) {
    heard.add("sent " + socketId + " " + seq + " " + type + " " + alteration);
  }

  @Override
  public void lost(String socketId, long seq, String type, String text) {
    heard.add("lost " + socketId + " " + seq + " " + type);
  }

  @Override
  public void received(String socketId, String text) {
    heard.add("received " + socketId + " " + text);
  }

  @Override
  public void closed(String socketId, int code, String reason) {
    heard.add("closed " + socketId + " " + code + " " + reason);
  }
}
