package dev.fakebeeper.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonCopyTest {
  @TempDir Path folder;

  @Test
  void the_copy_that_the_build_made_says_what_the_document_says() throws IOException {
    try (var copy = Contract.class.getResourceAsStream("/dev/fakebeeper/openapi.json")) {
      assertThat(copy).isNotNull();

      assertThat(Json.parse(copy.readAllBytes())).isEqualTo(DocumentReader.bundled().tree());
    }
  }

  @Test
  void a_copy_is_made_again_only_when_the_document_is_younger() throws IOException {
    var yaml = Files.writeString(folder.resolve("a.yaml"), "a: on\n");
    var json = folder.resolve("a.json");
    JsonCopy.main(new String[] {yaml.toString(), json.toString()});
    assertThat(json).hasContent("{\"a\":\"on\"}");

    Files.writeString(yaml, "a: 2\n");
    Files.setLastModifiedTime(yaml, FileTime.from(Instant.EPOCH));
    JsonCopy.main(new String[] {yaml.toString(), json.toString()});
    assertThat(json).hasContent("{\"a\":\"on\"}");

    Files.setLastModifiedTime(json, FileTime.from(Instant.EPOCH));
    JsonCopy.main(new String[] {yaml.toString(), json.toString()});
    assertThat(json).hasContent("{\"a\":2}");
  }

  @Test
  void a_folder_is_copied_file_by_file() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "a: 1\n");
    Files.writeString(folder.resolve("b.yaml"), "b: 2\n");
    Files.writeString(folder.resolve("notes.txt"), "no YAML");
    var copies = Files.createDirectory(folder.resolve("copies"));

    JsonCopy.main(new String[] {folder.toString(), copies.toString()});

    assertThat(copies.resolve("a.json")).hasContent("{\"a\":1}");
    assertThat(copies.resolve("b.json")).hasContent("{\"b\":2}");
    assertThat(copies).isDirectoryNotContaining("glob:**notes*");
  }
}
