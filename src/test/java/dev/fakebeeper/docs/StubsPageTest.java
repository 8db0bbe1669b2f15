package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.NewWorld;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of {@code docs/stubs.md} are right. */
@Timeout(120)
class StubsPageTest {
  private static final Path PAGE = Path.of("docs", "stubs.md");
  private static final String PROGRAM =
      """
      import static org.assertj.core.api.Assertions.assertThat;

      import com.github.tomakehurst.wiremock.client.WireMock;
      import dev.fakebeeper.FakeBeeper;
      import dev.fakebeeper.control.FakeWorld;
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse;
      import java.net.http.HttpResponse.BodyHandlers;
      import java.nio.file.Path;
      import java.time.Duration;
      import java.util.concurrent.CompletableFuture;

      public final class Snippet%d {
        static FakeBeeper beeper;

        static CompletableFuture<String> later(String path) {
          return HttpClient.newHttpClient()
              .sendAsync(
                  HttpRequest.newBuilder(beeper.baseUri().resolve(path))
                      .header("Authorization", "Bearer " + beeper.token())
                      .build(),
                  BodyHandlers.ofString())
              .thenApply(HttpResponse::body);
        }

        static String get(String path) {
          return later(path).join();
        }

        public static void run(FakeBeeper given) throws Exception {
          beeper = given;
          FakeWorld world = beeper.world();
          %s
        }
      }
      """;

  @TempDir private Path folder;

  private static List<String> fences(String kind) throws IOException {
    return Pattern.compile("^```" + kind + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
        .matcher(Files.readString(PAGE))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void the_java_snippets_run_each_on_a_fake_of_its_own() throws Exception {
    var snippets = fences("java");
    assertThat(snippets).hasSize(4);
    for (int i = 0; i < snippets.size(); i++) {
      try (var beeper = FakeBeeper.start();
          var loader = compiled(i, snippets.get(i))) {
        loader.loadClass("Snippet" + i).getMethod("run", FakeBeeper.class).invoke(null, beeper);
      }
    }
  }

  private URLClassLoader compiled(int number, String snippet) throws IOException {
    var source = folder.resolve("Snippet" + number + ".java");
    Files.writeString(source, PROGRAM.formatted(number, snippet));
    var complaints = new ByteArrayOutputStream();
    var compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, complaints, "-proc:none", "-d", folder.toString(), source.toString());
    assertThat(compiled).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, StubsPageTest.class.getClassLoader());
  }

  @Test
  void the_mappings_are_taken() throws Exception {
    var mappings = fences("json mapping");
    assertThat(mappings).hasSize(4);
    try (var beeper = FakeBeeper.start()) {
      for (int i = 0; i < mappings.size(); i++) {
        var world = beeper.worlds().open(NewWorld.named("mapping-" + i));
        world.stubs().add(mappings.get(i));

        assertThat(world.stubs().list()).hasSize(1);
      }
    }
  }

  @Test
  void the_refusal_is_as_the_page_shows_it() throws Exception {
    var refused = Files.createDirectory(folder.resolve("refused")).resolve("refused.json");
    Files.writeString(refused, fences("json refused").get(0));
    var told = fences("text").get(0).strip().split(": ", 2);
    try (var beeper = FakeBeeper.start()) {
      assertThatThrownBy(() -> beeper.world().stubs().load(refused))
          .hasMessageContaining(told[0])
          .hasMessageContaining(told[1]);
    }
  }
}
