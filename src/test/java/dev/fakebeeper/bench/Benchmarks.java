package dev.fakebeeper.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The benchmarks of docs/performance.md: the fake and a bare Javalin side by side in one run, so
 * that what counts is the ratio. Needs the jar that {@code package} makes. Takes some five minutes;
 * talks to loopback only.
 */
public final class Benchmarks {
  private static final int STARTS = 7;
  private static final int ROUNDS = 5;
  private static final long ROUND_MILLIS = 3_000;
  private static final List<String> FAST_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Path answers;
  private final Path archives;

  private Benchmarks(Path folder) throws Exception {
    answers = Files.createDirectories(folder.resolve("answers"));
    archives = Files.createDirectories(folder.resolve("archives"));
  }

  /** Runs all of them and prints a table in Markdown. */
  public static void main(String[] arguments) throws Exception {
    var folder = Files.createTempDirectory("fake-beeper-bench");
    var benchmarks = new Benchmarks(folder);
    var chat = benchmarks.capture();
    say("| what | bare Javalin | fake-beeper | ratio |");
    say("| --- | --- | --- | --- |");
    benchmarks.throughput(chat);
    benchmarks.coldStart("cold start, plain", List.of(), List.of());
    benchmarks.withArchives();
    JunitCost.report();
    Sizes.report();
  }

  static void say(String line) {
    System.out.println(line);
  }

  /** Takes the very bytes that the fake answers, for the bare server to answer too. */
  private String capture() throws Exception {
    try (var fake = Servers.fake(List.of())) {
      var list = Servers.get(fake.port(), "/v1/chats").body();
      var chat = new ObjectMapper().readTree(list).at("/items/0/id").asText();
      Files.write(answers.resolve("info"), Servers.get(fake.port(), "/v1/info").body());
      Files.write(answers.resolve("list"), list);
      Files.write(
          answers.resolve("chat"), Servers.get(fake.port(), "/v1/chats/" + encoded(chat)).body());
      Files.writeString(
          answers.resolve("send"),
          "{\"chatID\":\"" + chat + "\",\"pendingMessageID\":\"m1781515800000001\"}");
      return chat;
    }
  }

  private static String encoded(String chat) {
    return URLEncoder.encode(chat, StandardCharsets.UTF_8);
  }

  private void throughput(String chat) throws Exception {
    try (var fake = Servers.fake(List.of());
        var bare = Servers.bare(List.of(), answers)) {
      say(
          "| memory when ready, MiB | %.0f | %.0f | %.2f |",
          bare.residentMiB(), fake.residentMiB());
      compare("list of 25 chats", bare, fake, get("/v1/chats"));
      compare("get one chat", bare, fake, get("/v1/chats/" + encoded(chat)));
      compare("send", bare, fake, send("/v1/chats/" + encoded(chat) + "/messages"));
    }
  }

  private static void say(String format, double bare, double fake) {
    say(format.formatted(bare, fake, fake / bare));
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: b\r\nAuthorization: Bearer fake-beeper\r\n\r\n";
  }

  private static String send(String path) {
    var body = "{\"text\":\"hello\"}";
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: b\r\nAuthorization: Bearer fake-beeper\r\n"
        + "Content-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  /**
   * Rounds take turns, so that what else the machine does hits both alike; the median round counts.
   */
  private static void compare(
      String what, Servers.Running bare, Servers.Running fake, String request) {
    Load.run(bare.port(), request, ROUND_MILLIS);
    Load.run(fake.port(), request, ROUND_MILLIS);
    var ofBare = new ArrayList<Load.Result>();
    var ofFake = new ArrayList<Load.Result>();
    for (var round = 0; round < ROUNDS; round++) {
      ofBare.add(Load.run(bare.port(), request, ROUND_MILLIS));
      ofFake.add(Load.run(fake.port(), request, ROUND_MILLIS));
    }
    say(
        "| " + what + ", requests/s | %.0f | %.0f | %.2f |",
        median(ofBare.stream().mapToDouble(Load.Result::perSecond).toArray()),
        median(ofFake.stream().mapToDouble(Load.Result::perSecond).toArray()));
    say(
        "| " + what + ", p50 µs | %.0f | %.0f | %.2f |",
        median(ofBare.stream().mapToDouble(Load.Result::p50).toArray()),
        median(ofFake.stream().mapToDouble(Load.Result::p50).toArray()));
    say(
        "| " + what + ", p99 µs | %.0f | %.0f | %.2f |",
        median(ofBare.stream().mapToDouble(Load.Result::p99).toArray()),
        median(ofFake.stream().mapToDouble(Load.Result::p99).toArray()));
  }

  static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private void coldStart(String what, List<String> ofBare, List<String> ofFake) throws Exception {
    var bare = new double[STARTS];
    var fake = new double[STARTS];
    for (var i = 0; i < STARTS; i++) {
      try (var server = Servers.bare(ofBare, answers)) {
        bare[i] = server.millisToFirst200();
      }
      try (var server = Servers.fake(ofFake)) {
        fake[i] = server.millisToFirst200();
      }
    }
    var row = "| " + what + ", ms | %.0f | %.0f | %.2f |";
    say(row.toLowerCase(Locale.ROOT), median(bare), median(fake));
  }

  /** With a class archive of each, and with the fast-start options beside it. */
  private void withArchives() throws Exception {
    for (var options : List.of(List.<String>of(), FAST_START)) {
      var bare = archive("bare-" + options.size() + ".jsa");
      var fake = archive("fake-" + options.size() + ".jsa");
      Servers.bare(with(options, "-XX:ArchiveClassesAtExit=" + bare), answers).close();
      Servers.fake(with(options, "-XX:ArchiveClassesAtExit=" + fake)).close();
      coldStart(
          "cold start, class archive" + (options.isEmpty() ? "" : ", C1, serial GC"),
          with(options, "-XX:SharedArchiveFile=" + bare),
          with(options, "-XX:SharedArchiveFile=" + fake));
    }
  }

  private Path archive(String name) {
    return archives.resolve(name);
  }

  private static List<String> with(List<String> options, String more) {
    var all = new ArrayList<>(options);
    all.add(more);
    return all;
  }
}
