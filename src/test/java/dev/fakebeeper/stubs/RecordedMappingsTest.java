package dev.fakebeeper.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.recording.RecordingFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** WireMock by itself serves what the recorder wrote: nothing of ours stands before it here. */
class RecordedMappingsTest {
  private static final Path DAY = Path.of("src/test/resources/recordings/sdk-day");

  /** What WireMock adds to each answer of a stub. */
  private static final Set<String> OF_WIREMOCK = Set.of("Matched-Stub-Id", "Matched-Stub-Name");

  @Test
  void wiremock_gives_every_answer_of_a_recorded_day_in_its_order() throws IOException {
    var reading = RecordingFolder.at(DAY).read();
    var calls = reading.recording().calls();
    var engine =
        Engine.start(
            new EngineSettings(
                mappings(reading.files()),
                List.of(DAY.resolve("__files")),
                mapping -> {},
                EngineSettings.Proxying.LOOPBACK));
    // A later poll may have been answered first; the recorder numbers by the answers.
    var byAnswer =
        IntStream.range(0, calls.size())
            .boxed()
            .sorted((one, other) -> reading.files().get(one).compareTo(reading.files().get(other)))
            .toList();
    var different = new ArrayList<String>();

    for (var i : byAnswer) {
      var recorded = calls.get(i).answer();
      var found = engine.answer(onTheWire(calls.get(i).request()), "http://localhost:23373");
      if (found.isEmpty()) {
        different.add(reading.files().get(i) + " is not found");
        continue;
      }
      var answer = found.get();
      var body = new String(answer.body(), StandardCharsets.UTF_8);
      if (answer.status() != recorded.status()
          || !body.equals(new String(recorded.body(), StandardCharsets.UTF_8))
          || !answer.headers().without(OF_WIREMOCK).asMap().equals(recorded.headers().asMap())) {
        different.add(reading.files().get(i));
      }
    }

    assertThat(calls).hasSizeGreaterThan(50);
    assertThat(different).isEmpty();
  }

  /** A recording keeps the parts of an upload, and not how they were glued. */
  private static ApiRequest onTheWire(ApiRequest request) {
    if (request.parts().isEmpty()) {
      return request;
    }
    var body = new StringBuilder();
    for (var part : request.parts()) {
      body.append("--redacted\r\nContent-Disposition: form-data; name=\"").append(part.name());
      body.append("\"; filename=\"").append(part.fileName()).append("\"\r\n\r\n");
      body.append(new String(part.content(), StandardCharsets.ISO_8859_1)).append("\r\n");
    }
    return new ApiRequest(
        request.method(),
        request.rawPath(),
        request.rawQuery(),
        request.headers(),
        body.append("--redacted--\r\n").toString().getBytes(StandardCharsets.ISO_8859_1),
        request.parts());
  }

  private static List<String> mappings(List<String> files) throws IOException {
    var mappings = new ArrayList<String>();
    for (var file : files) {
      var mapping = (ObjectNode) Json.parse(Files.readAllBytes(DAY.resolve(file)));
      var id = UUID.nameUUIDFromBytes(file.getBytes(StandardCharsets.UTF_8));
      mappings.add(mapping.put("id", id.toString()).toString());
    }
    return mappings;
  }
}
