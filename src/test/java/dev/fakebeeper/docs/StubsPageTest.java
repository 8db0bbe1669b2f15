package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.testing.JavaText;
import dev.fakebeeper.testing.Page;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of {@code docs/stubs.md} are right. */
@Timeout(120)
class StubsPageTest {
  private static final Page PAGE = Page.of("stubs.md");
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

  @Test
  void the_java_snippets_run_each_on_a_fake_of_its_own() throws Exception {
    var snippets = PAGE.fences("java");
    assertThat(snippets).hasSize(4);
    for (int i = 0; i < snippets.size(); i++) {
      try (var beeper = FakeBeeper.start();
          var loader = compiled(i, snippets.get(i))) {
        loader.loadClass("Snippet" + i).getMethod("run", FakeBeeper.class).invoke(null, beeper);
      }
    }
  }

  private URLClassLoader compiled(int number, String snippet) throws IOException {
    var text = PROGRAM.formatted(number, snippet);
    return new JavaText("Snippet" + number, text).compiledInto(folder);
  }

  @Test
  void the_mappings_are_taken() throws Exception {
    var mappings = PAGE.fences("json mapping");
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
    Files.writeString(refused, PAGE.fence("json refused"));
    var told = PAGE.fence("text").strip().split(": ", 2);
    try (var beeper = FakeBeeper.start()) {
      assertThatThrownBy(() -> beeper.world().stubs().load(refused))
          .hasMessageContaining(told[0])
          .hasMessageContaining(told[1]);
    }
  }
}
