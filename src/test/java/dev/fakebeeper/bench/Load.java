package dev.fakebeeper.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Keeps a number of connections busy with one request for a span of time. Loopback only. */
final class Load {
  private static final int CONNECTIONS = 16;

  private Load() {}

  /**
   * What came of it.
   *
   * @param perSecond requests answered in a second, all connections together
   * @param p50 the median of their times in microseconds
   * @param p99 the 99th percentile in microseconds
   */
  record Result(double perSecond, double p50, double p99) {}

  static Result run(int port, String request, long millis) {
    var bytes = request.getBytes(StandardCharsets.UTF_8);
    var threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      Callable<long[]> connection = () -> keepAsking(port, bytes, until);
      var tasks = threads.invokeAll(Collections.nCopies(CONNECTIONS, connection));
      var times = new long[0];
      for (var task : tasks) {
        var more = task.get();
        var joined = Arrays.copyOf(times, times.length + more.length);
        System.arraycopy(more, 0, joined, times.length, more.length);
        times = joined;
      }
      Arrays.sort(times);
      return new Result(
          times.length * 1_000.0 / millis, percentile(times, 50), percentile(times, 99));
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static double percentile(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1L) * percent / 100)] / 1_000.0;
  }

  private static long[] keepAsking(int port, byte[] request, long until) throws IOException {
    var times = new long[1 << 16];
    var count = 0;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      for (var now = System.nanoTime(); now < until; now = System.nanoTime()) {
        socket.getOutputStream().write(request);
        skipAnswer(in);
        if (count == times.length) {
          times = Arrays.copyOf(times, count * 2);
        }
        times[count++] = System.nanoTime() - now;
      }
    }
    return Arrays.copyOf(times, count);
  }

  private static void skipAnswer(InputStream in) throws IOException {
    var length = -1;
    var line = line(in);
    if (!line.startsWith("HTTP/1.1 200")) {
      throw new IOException("unexpected answer: " + line);
    }
    while (!line.isEmpty()) {
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).trim());
      }
      line = line(in);
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder(64);
    for (var c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
