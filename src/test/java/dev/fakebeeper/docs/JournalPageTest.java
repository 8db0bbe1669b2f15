package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.journal.VerificationFailure;
import dev.fakebeeper.testing.JavaText;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of {@code docs/journal.md} do what the page says. */
class JournalPageTest {
  private static final Path PAGE = Path.of("docs", "journal.md");
  private static final Pattern FENCE =
      Pattern.compile("```(java|text) ?(\\w*)\n(.*?)```", Pattern.DOTALL);
  private static final String PROGRAM =
      """
      import dev.fakebeeper.FakeBeeperConfig;
      import dev.fakebeeper.control.FakeWorld;
      import dev.fakebeeper.control.journal.*;
      import java.nio.file.*;
      import java.time.Duration;
      %s
      public final class Snippets {
      %s
      }
      """;
  private static final String METHOD =
      """
      public static void snippet%d(FakeWorld world, String lunch, Path folder) throws Exception {
        %s
      }
      """;

  @TempDir private Path folder;

  /** A fenced text of the page: its language, what it is for, the text. */
  private record Fence(String language, String use, String text) {}

  private static List<Fence> fences() throws IOException {
    return FENCE
        .matcher(Files.readString(PAGE))
        .results()
        .map(found -> new Fence(found.group(1), found.group(2), found.group(3)))
        .toList();
  }

  @Test
  void each_snippet_does_what_the_page_says() throws Exception {
    var fences = fences();
    var failures = new ArrayList<VerificationFailure>();
    try (var beeper = FakeBeeper.start();
        var snippets = compiled(fences)) {
      var lunch = new Lunch(beeper);
      for (var i = 0; i < fences.size(); i++) {
        var name = "snippet" + i;
        if (fences.get(i).language().equals("text")) {
          assertThat(failures.get(0)).hasMessage(fences.get(i).text().strip());
        } else if (fences.get(i).use().equals("fails")) {
          failures.add(
              catchThrowableOfType(
                  VerificationFailure.class, () -> lunch.run(snippets, name, folder)));
        } else if (fences.get(i).use().isEmpty()) {
          lunch.run(snippets, name, folder);
        }
      }
    }
    assertThat(failures).hasSize(1).doesNotContainNull();
    assertThat(folder.resolve("run.har")).content().contains("\"name\":\"fake-beeper\"");
  }

  private URLClassLoader compiled(List<Fence> fences) throws IOException {
    var imports = "";
    var methods = new StringBuilder();
    for (var i = 0; i < fences.size(); i++) {
      if (fences.get(i).use().equals("imports")) {
        imports = fences.get(i).text();
      } else if (fences.get(i).language().equals("java")) {
        methods.append(METHOD.formatted(i, fences.get(i).text()));
      }
    }
    return new JavaText("Snippets", PROGRAM.formatted(imports, methods)).compiledInto(folder);
  }

  /** The world that the page speaks of. */
  private static final class Lunch {
    private final FakeWorld world;
    private final String chat;

    Lunch(FakeBeeper beeper) throws Exception {
      world = beeper.worlds().open(NewWorld.named("lunch").startingFrom("empty"));
      chat = world.others().openChat(world.accountIds().get(0), "@ann:beeper.local", "Ann");
      var path = "/v1/chats/" + URLEncoder.encode(chat, StandardCharsets.UTF_8);
      call(beeper, path + "/messages", "{\"text\": \"noon?\"}");
      call(beeper, path + "/archive", "{\"archived\": true}");
    }

    private void call(FakeBeeper beeper, String path, String body) throws Exception {
      var request =
          HttpRequest.newBuilder(URI.create(beeper.baseUri() + path))
              .header("Authorization", "Bearer " + world.token())
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    void run(ClassLoader snippets, String name, Path folder) throws Exception {
      try {
        snippets
            .loadClass("Snippets")
            .getMethod(name, FakeWorld.class, String.class, Path.class)
            .invoke(null, world, chat, folder);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof VerificationFailure failure) {
          throw failure;
        }
        throw e;
      }
    }
  }
}
