package dev.fakebeeper.control.scenarios;

import static dev.fakebeeper.control.scenarios.Schemas.SCENARIO;
import static dev.fakebeeper.control.scenarios.Schemas.WORLD;
import static dev.fakebeeper.control.scenarios.Schemas.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.control.StartingWorlds;
import dev.fakebeeper.control.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published schemas and the readers say the same. */
class SchemaTest {
  private static final Path RESOURCES = Path.of("src/test/resources/dev/fakebeeper/control");
  private static final Path EVERYTHING = RESOURCES.resolve("scenarios/everything.yaml");

  /** What only the reader can see, each with a reason. */
  private static final List<Pattern> BEYOND_A_SCHEMA =
      List.of(
          // names that lead nowhere, or twice to the same place
          Pattern.compile("There is no (account|asset|chat|label|network|person|topic|message)"),
          Pattern.compile("There is no (operation|token|starting world) "),
          Pattern.compile("There are two |is there twice| is taken\\. "),
          // what only the world that comes of it shows
          Pattern.compile("A direct chat with|A merged chat with|is itself merged"),
          Pattern.compile(
              "There is no room for|The sender is missing|has fewer than \\d+ messages"),
          Pattern.compile("The file (of the asset )?cannot be read"),
          Pattern.compile("There is no step that is always asked|is no regular expression"),
          // times that look like one, such as 99:99
          Pattern.compile("is no (time|length of time|instant)\\."),
          // values that check themselves
          Pattern.compile("code \\(\\d+\\) cannot be sent|has no entries that could be left out"),
          Pattern.compile("must (be|end|have|set) "));

  /** What no tool reads, so that no schema ever sees it. */
  private static final Pattern NO_TREE = Pattern.compile("not well-formed|alias|The file is empty");

  @TempDir private Path folder;

  @BeforeEach
  void bring_the_file_that_the_world_names() throws IOException {
    Files.copy(EVERYTHING.resolveSibling("everything.txt"), folder.resolve("everything.txt"));
  }

  @Test
  void every_bundled_scenario_and_world_keeps_its_schema() {
    assertThat(Scenarios.bundled())
        .isNotEmpty()
        .allSatisfy(
            name -> {
              var file = Schemas.FOLDER.resolve("scenarios/" + name + ".yaml");
              assertThat(complaints(SCENARIO, Schemas.yaml(file))).as(name).isEmpty();
            });
    assertThat(StartingWorlds.names())
        .allSatisfy(
            name -> {
              var file = Schemas.FOLDER.resolve("worlds/" + name + ".yaml");
              assertThat(complaints(WORLD, Schemas.yaml(file))).as(name).isEmpty();
            });
  }

  @Test
  void a_file_with_everything_is_read_and_keeps_the_schema() {
    var everything = Schemas.yaml(EVERYTHING);

    assertThat(complaints(SCENARIO, everything)).isEmpty();
    assertThat(FileCheck.of(EVERYTHING).mistake()).isEmpty();
    assertThat(new SchemaWalk(Schemas.SCENARIO_DOCUMENT, everything).unused())
        .as("members that the file lacks")
        .isEmpty();
  }

  /** The reader lists the members that it knows when it meets one that it does not know. */
  @Test
  void the_reader_and_the_schema_know_the_same_members() {
    var everything = Schemas.yaml(EVERYTHING);
    var compared = 0;
    for (var object :
        new SchemaWalk(Schemas.SCENARIO_DOCUMENT, everything).closedObjects().entrySet()) {
      if (object.getKey().contains("/rewrite/")) {
        continue; // an edit is one of two things, and the reader asks for the members of both
      }
      var damaged = everything.deepCopy();
      ((ObjectNode) damaged.at(object.getKey())).put("unheardOf", 1);
      var known = knownMembers(damaged);
      if (known.isPresent()) {
        assertThat(known.get())
            .as("members of %s", object.getKey())
            .isEqualTo(SchemaWalk.names(object.getValue()));
        compared++;
      }
      assertThat(complaints(SCENARIO, damaged)).as(object.getKey()).isNotEmpty();
    }
    assertThat(compared).isGreaterThan(80);
  }

  @Test
  void the_reader_and_the_schema_know_the_same_steps() {
    var step = Schemas.SCENARIO_DOCUMENT.at("/$defs/step");

    assertThat(new StepFormat(List.of()).names())
        .containsExactlyInAnyOrderElementsOf(SchemaWalk.names(step));
  }

  private Optional<Set<String>> knownMembers(JsonNode damaged) {
    var message = mistake(damaged).map(SourceException::getMessage).orElse("");
    var listed =
        Pattern.compile("has no member \"unheardOf\"\\. Its members are ([\\w, ]+)\\.")
            .matcher(message);
    assertThat(message).as("a mistake").isNotEmpty();
    return listed.find()
        ? Optional.of(new TreeSet<>(List.of(listed.group(1).split(", "))))
        : Optional.empty();
  }

  private Optional<SourceException> mistake(JsonNode document) {
    var file = Schemas.json(document, folder.resolve("damaged.json"));
    return FileCheck.of(file).mistake();
  }

  @RepeatedTest(3)
  void whatever_one_refuses_the_other_refuses_but_for_what_no_schema_can_say() {
    var seed = ThreadLocalRandom.current().nextLong();
    var random = new SplittableRandom(seed);
    var files = files();
    for (var i = 0; i < 100; i++) {
      var file = files.get(random.nextInt(files.size()));
      var damage = new Damage(Schemas.yaml(file), random);
      var mistake = mistake(damage.document()).map(SourceException::getMessage);
      var complaints = complaints(SCENARIO, damage.document());

      assertThat(agree(mistake, complaints))
          .as(
              "seed %d, %s: %s. The reader says: %s. The schema says: %s",
              seed, file.getFileName(), damage.what(), mistake.orElse("fine"), complaints)
          .isTrue();
    }
  }

  /** Small ones, and the one with everything more often. */
  private static List<Path> files() {
    var files = new ArrayList<Path>();
    Scenarios.bundled().stream()
        .filter(name -> Scenarios.named(name).opening().world() != null)
        .map(name -> Schemas.FOLDER.resolve("scenarios/" + name + ".yaml"))
        .forEach(files::add);
    for (var i = files.size(); i > 0; i--) {
      files.add(EVERYTHING);
    }
    return files;
  }

  private static boolean agree(Optional<String> mistake, List<String> complaints) {
    if (mistake.isEmpty() || !complaints.isEmpty()) {
      return mistake.isPresent() == !complaints.isEmpty();
    }
    var text = mistake.get();
    return BEYOND_A_SCHEMA.stream().anyMatch(reason -> reason.matcher(text).find());
  }

  @Test
  void mistakes_of_which_a_schema_can_know_are_refused_by_it_too() throws IOException {
    for (var file : mistakes()) {
      var kind = file.getParent().getFileName().toString();
      var schema = file.toString().contains("scenarios") ? SCENARIO : WORLD;
      var message = FileCheck.of(file).mistake().map(SourceException::getMessage).orElse("");
      if (NO_TREE.matcher(message).find()) {
        continue;
      }
      assertThat(agree(Optional.of(message), complaints(schema, Schemas.yaml(file))))
          .as("%s %s: %s", kind, file.getFileName(), message)
          .isTrue();
    }
  }

  private static List<Path> mistakes() throws IOException {
    var all = new ArrayList<Path>();
    for (var folder : List.of("scenarios/mistakes", "mistakes")) {
      try (var files = Files.list(RESOURCES.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(all::add);
      }
    }
    return all;
  }
}
