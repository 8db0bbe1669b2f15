package dev.fakebeeper.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.control.state.StateException;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  private final Worlds open = new Worlds();
  private final FakeWorlds worlds = new FakeWorlds(open, WorldRules.defaults());
  private final FakeWorld world = worlds.open(NewWorld.named("first"));

  @TempDir private Path folder;

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void another_world_starts_from_a_file_as_the_first_one_was() {
    var file = folder.resolve("state.json");
    world.advance(Duration.ofHours(2));
    world.snapshot().writeTo(file);

    var other = worlds.open(NewWorld.named("second").startingFrom(Snapshot.read(file)));
    var shown = other.snapshot();
    other.close();

    assertThat(other.now()).isEqualTo(world.now());
    assertThat(other.due()).isEqualTo(world.due());
    assertThat(shown).isEqualTo(world.fork("second").snapshot());
  }

  @Test
  void a_world_goes_back_to_a_file_and_keeps_its_tokens() {
    var saved = world.snapshot();
    var json = saved.toJson();
    var chat = world.others().openChat(world.accountIds().get(0), "@new:beeper.local", "New");
    world.others().from("@new:beeper.local").text("hi").in(chat);
    world.advance(Duration.ofDays(1));

    world.restore(Snapshot.read(json));

    assertThat(world.snapshot()).isEqualTo(saved);
    assertThat(open.ofToken(world.token())).isPresent();
  }

  @Test
  void tokens_are_written_only_when_asked_for() {
    var later = world.mintToken(Set.of(FakeWorld.Scope.READ), Duration.ofHours(1));

    var usual = world.snapshot().toJson().toString();
    var asked = world.snapshot().includingTokens().toJson().toString();

    assertThat(usual).doesNotContain(world.token()).doesNotContain(later);
    assertThat(asked).contains(world.token()).contains(later);
  }

  @Test
  void tokens_that_were_written_work_again() {
    var later = world.mintToken(Set.of(FakeWorld.Scope.READ), Duration.ofHours(1));
    var saved = world.snapshot();
    var json = saved.includingTokens().toJson();
    world.revokeToken(later);

    world.restore(Snapshot.read(json));

    assertThat(world.snapshot()).isEqualTo(saved);
    assertThat(open.ofToken(later).orElseThrow().read().tokens().get(later).revoked()).isFalse();
  }

  @Test
  void a_snapshot_without_tokens_says_so_when_asked_for_them() {
    var read = Snapshot.read(world.snapshot().toJson());

    assertThatThrownBy(read::includingTokens)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "this snapshot of \"first\" was read from a file without tokens; "
                + "write it without them");
  }

  @Test
  void the_stream_the_file_and_the_tree_say_the_same() throws IOException {
    var file = folder.resolve("state.json");
    var stream = new ByteArrayOutputStream();

    world.snapshot().writeTo(file);
    world.snapshot().write(stream);

    assertThat(stream.toString(UTF_8)).isEqualTo(Files.readString(file));
    assertThat(Snapshot.read(new ByteArrayInputStream(stream.toByteArray())))
        .isEqualTo(Snapshot.read(file))
        .isEqualTo(Snapshot.read(world.snapshot().toJson()));
  }

  @Test
  void a_refused_file_changes_nothing() {
    var json = (ObjectNode) world.snapshot().toJson();
    json.remove("accounts");
    var before = world.snapshot();

    assertThatThrownBy(() -> world.restore(Snapshot.read(json)))
        .isInstanceOf(StateException.class)
        .hasMessageContaining(": There is no account \"discordgo\"");

    assertThat(world.snapshot()).isEqualTo(before);
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    var file = folder.resolve("nowhere.json");

    assertThatThrownBy(() -> Snapshot.read(file))
        .isInstanceOf(StateException.class)
        .hasMessageStartingWith(file + " cannot be read as the state of a world:")
        .hasMessageEndingWith("Check the path.");
  }

  @Test
  void a_file_that_cannot_be_written_whole_stays_as_it_was() throws IOException {
    var file = Files.writeString(folder.resolve("state.json"), "the one before");
    Files.createDirectory(folder.resolve("state.json.part"));

    assertThatThrownBy(() -> world.snapshot().writeTo(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("the state of \"first\" could not be written to " + file);

    assertThat(file).hasContent("the one before");
  }

  @Test
  void a_stream_that_breaks_is_told() {
    var broken =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("the disk is full");
          }
        };

    assertThatThrownBy(() -> world.snapshot().write(broken))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("the disk is full");
  }
}
