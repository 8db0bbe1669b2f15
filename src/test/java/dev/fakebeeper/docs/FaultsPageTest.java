package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.faults.FaultFormat;
import dev.fakebeeper.control.source.SourceReader;
import dev.fakebeeper.testing.JavaText;
import dev.fakebeeper.testing.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The snippets and tables of {@code docs/faults.md} are right. */
@Timeout(120)
class FaultsPageTest {
  private static final Page PAGE = Page.of("faults.md");
  private static final String PROGRAM =
      """
      import dev.fakebeeper.control.FakeWorld;
      import java.util.concurrent.Future;
      import java.util.function.Function;
      %s
      public final class Snippet%d {
        public static void run(
            FakeWorld world, String lunch, Function<String, Future<Integer>> later)
            throws Exception {
          %s
        }
      }
      """;

  @TempDir private Path folder;

  /** A client that does not wait for its answer: gives the status once there is one. */
  private static Function<String, Future<Integer>> later(FakeBeeper beeper, String token) {
    return path ->
        HttpClient.newHttpClient()
            .sendAsync(
                HttpRequest.newBuilder(beeper.baseUri().resolve(path))
                    .header("Authorization", "Bearer " + token)
                    .build(),
                BodyHandlers.discarding())
            .thenApply(HttpResponse::statusCode);
  }

  @Test
  void the_java_snippets_run_each_in_a_world_of_its_own() throws Exception {
    var snippets = PAGE.fences("java");
    assertThat(snippets).hasSizeGreaterThan(4);
    try (var beeper = FakeBeeper.start()) {
      for (int i = 0; i < snippets.size(); i++) {
        var world = beeper.worlds().open(NewWorld.named("snippet-" + i));
        var account = world.accountIds().get(0);
        var lunch = world.others().openChat(account, "@zoe:beeper.local", "Zoe");
        try (var loader = compiled(i, snippets.get(i))) {
          loader
              .loadClass("Snippet" + i)
              .getMethod("run", FakeWorld.class, String.class, Function.class)
              .invoke(null, world, lunch, later(beeper, world.token()));
        }
      }
    }
  }

  private URLClassLoader compiled(int number, String snippet) throws IOException {
    var imports = PAGE.fence("java imports");
    var text = PROGRAM.formatted(imports, number, snippet);
    return new JavaText("Snippet" + number, text).compiledInto(folder);
  }

  @Test
  void the_faults_in_files_can_be_planned() throws Exception {
    try (var beeper = FakeBeeper.start()) {
      for (var yaml : PAGE.fences("yaml fault")) {
        var text = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
        beeper.world().faults().plan(FaultFormat.read(SourceReader.read("faults.md", text)));
      }
      assertThat(beeper.world().faults().list()).hasSize(3);
    }
  }

  @Test
  void the_table_has_every_effect_and_no_other() throws IOException {
    var page = PAGE.text();
    var table = page.substring(page.indexOf("| effect |"), page.indexOf("What a legal variation"));
    var rows = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE).matcher(table);

    assertThat(rows.results().map(row -> row.group(1)))
        .containsExactlyElementsOf(FaultFormat.effects());
  }
}
