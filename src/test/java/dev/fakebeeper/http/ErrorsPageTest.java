package dev.fakebeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.faults.Fault;
import dev.fakebeeper.control.faults.FaultFormat;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.source.SourceReader;
import dev.fakebeeper.recording.recorder.RecorderSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/errors.md} has a section for each code, and its example provokes that code. */
class ErrorsPageTest {
  private static final Path PAGE = Path.of("docs", "errors.md");
  private static final Pattern FENCE =
      Pattern.compile(
          "^```(http|yaml|json) ?(.*?)\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  /** One request alone cannot provoke these; RecordModeTest provokes the second. */
  private static final Set<String> WITHOUT_EXAMPLE =
      Set.of(DiagnosisCode.INTERNAL_ERROR.text(), DiagnosisCode.RECORDING_FAILED.text());

  @TempDir Path folder;

  @Test
  void each_code_has_its_section_and_no_section_has_another() throws Exception {
    assertThat(sections().keySet())
        .containsExactlyElementsOf(
            Arrays.stream(DiagnosisCode.values()).map(DiagnosisCode::text).toList());
  }

  @TestFactory
  Stream<DynamicTest> the_example_provokes_the_code() throws Exception {
    return sections().entrySet().stream()
        .filter(section -> !WITHOUT_EXAMPLE.contains(section.getKey()))
        .map(
            section ->
                DynamicTest.dynamicTest(
                    section.getKey(), () -> play(section.getKey(), section.getValue())));
  }

  private void play(String code, String section) throws Exception {
    var config = FakeBeeperConfig.forTests().toBuilder();
    var request = "";
    var faults = new ArrayList<Fault>();
    var stubs = new ArrayList<String>();
    var fences = FENCE.matcher(section);
    while (fences.find()) {
      if (fences.group(2).equals("fault")) {
        faults.add(fault(fences.group(3)));
      } else if (fences.group(2).equals("stub")) {
        stubs.add(fences.group(3));
      } else if (fences.group(1).equals("json")) {
        config.replay(recording(fences.group(3)));
      } else if (fences.group(1).equals("yaml")) {
        config.contract(Files.writeString(folder.resolve("contract.yaml"), fences.group(3)));
      } else {
        request = fences.group(3);
        configure(config, fences.group(2));
      }
    }
    try (var beeper = FakeBeeper.start(config.build());
        var wire = Wire.to("127.0.0.1", beeper.port())) {
      faults.forEach(beeper.world().faults()::plan);
      stubs.forEach(beeper.world().stubs()::add);
      var answer = wire.write(onTheWire(request)).answer();

      assertThat(answer.diagnosis()).startsWith("[" + code + "] ");
    }
  }

  /** A recording of one mapping. */
  private Path recording(String mapping) throws IOException {
    var mappings = Files.createDirectories(folder.resolve("recording/mappings"));
    Files.writeString(mappings.resolve("0001-listChats.json"), mapping);
    return folder.resolve("recording");
  }

  private static Fault fault(String yaml) throws IOException {
    var bytes = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    return FaultFormat.read(SourceReader.read("errors.md", bytes));
  }

  private void configure(FakeBeeperConfig.Builder config, String setting) {
    var value = setting.substring(setting.indexOf('=') + 1);
    if (setting.startsWith("maxBodyBytes=")) {
      config.maxBodyBytes(Long.parseLong(value));
    } else if (setting.startsWith("controlToken=")) {
      config.controlToken(value);
    } else if (setting.startsWith("upstream=")) {
      config.record(URI.create(value), RecorderSettings.into(folder.resolve("recorded")));
    }
  }

  /** The example as a person writes it, with what HTTP wants beside. */
  private static String onTheWire(String example) {
    var parts = example.stripTrailing().split("\n\n", 2);
    var body = parts.length == 2 ? parts[1].replace("\n", "\r\n") : "";
    var length = body.getBytes(StandardCharsets.UTF_8).length;
    var host = parts[0].contains("\nHost: ") ? "" : "Host: localhost\n";
    var head =
        parts[0].replaceFirst("\n|$", " HTTP/1.1\n" + host + "Content-Length: " + length + "\n");
    return head.stripTrailing().replace("\n", "\r\n") + "\r\n\r\n" + body;
  }

  private static Map<String, String> sections() throws Exception {
    var sections = new LinkedHashMap<String, String>();
    for (var part : Files.readString(PAGE).split("(?m)^## ", -1)) {
      if (part.startsWith("FB-")) {
        sections.put(part.lines().findFirst().orElseThrow(), part);
      }
    }
    return sections;
  }
}
