package dev.fakebeeper.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts servers as processes of their own and measures how long the first 200 takes. */
final class Servers {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Path JAR = Path.of("target", "fake-beeper.jar");
  private static final String TEST_CLASSES = Path.of("target", "test-classes").toString();

  private Servers() {}

  /** A server process. */
  record Running(Process process, int port, double millisToFirst200) implements AutoCloseable {
    /** Memory that the process holds, in MiB; 0 where the system does not tell. */
    double residentMiB() {
      try {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
            .findFirst()
            .orElse(0);
      } catch (IOException e) {
        return 0;
      }
    }

    /** Stops it by the signal that lets it write a class archive. */
    @Override
    public void close() {
      process.destroy();
      try {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  static Running fake(List<String> options) throws Exception {
    var port = freePort();
    var command = new ArrayList<String>(List.of(java()));
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.toString(), "serve", "--port", String.valueOf(port)));
    command.addAll(List.of("--log", "quiet"));
    return start(command, port);
  }

  static Running bare(List<String> options, Path answers) throws Exception {
    var port = freePort();
    var command = new ArrayList<String>(List.of(java()));
    command.addAll(options);
    command.addAll(List.of("-cp", JAR + ":" + TEST_CLASSES, BareJavalin.class.getName()));
    command.addAll(List.of(String.valueOf(port), answers.toString()));
    return start(command, port);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Running start(List<String> command, int port) throws Exception {
    var begin = System.nanoTime();
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    var limit = begin + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < limit && process.isAlive()) {
      if (answers(port)) {
        return new Running(process, port, (System.nanoTime() - begin) / 1e6);
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
    process.destroyForcibly();
    throw new IllegalStateException("no answer from " + command);
  }

  private static boolean answers(int port) throws InterruptedException {
    try {
      return get(port, "/v1/info").statusCode() == 200;
    } catch (IOException e) {
      return false; // not there yet
    }
  }

  static HttpResponse<byte[]> get(int port, String path) throws IOException, InterruptedException {
    return get(port, path, "fake-beeper");
  }

  static HttpResponse<byte[]> get(int port, String path, String token)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(10))
            .build();
    return HTTP.send(request, BodyHandlers.ofByteArray());
  }
}
