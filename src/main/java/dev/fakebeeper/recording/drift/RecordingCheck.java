package dev.fakebeeper.recording.drift;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.ContractException;
import dev.fakebeeper.recording.RecordingException;
import dev.fakebeeper.recording.RecordingFinding;
import dev.fakebeeper.recording.RecordingFolder;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the folder of a recording shows.
 *
 * @param folder as the user gave it
 * @param findings what in it could not be read
 * @param drift how the application differs from the contract
 */
public record RecordingCheck(Path folder, List<RecordingFinding> findings, DriftReport drift) {

  /** Copies the list. */
  public RecordingCheck {
    findings = List.copyOf(findings);
  }

  /**
   * Reads a folder and holds it against a contract.
   *
   * @param contract an OpenAPI document, null for the bundled one
   * @throws RecordingException when the document cannot be used
   */
  public static RecordingCheck of(Path folder, @Nullable Path contract) {
    var reading = RecordingFolder.at(folder).read();
    var drift = DriftCheck.of(reading, contract(contract));
    return new RecordingCheck(folder, reading.findings(), drift);
  }

  private static Contract contract(@Nullable Path file) {
    try {
      return file == null ? Contract.bundled() : Contract.load(file);
    } catch (ContractException e) {
      throw new RecordingException(String.valueOf(e.getMessage()), e);
    }
  }

  /** For people. */
  public String text() {
    var text = new StringBuilder();
    for (var finding : findings) {
      text.append(folder).append('/').append(finding).append(System.lineSeparator());
    }
    return text.append(folder).append(": ").append(drift.text()).toString().stripTrailing();
  }

  /** For programs. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("file", folder.toString());
    json.put("kind", "recording");
    json.put("valid", findings.isEmpty());
    var told = json.putArray("findings");
    findings.forEach(finding -> told.add(of(finding)));
    json.set("drift", drift.json());
    return json;
  }

  private static ObjectNode of(RecordingFinding finding) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("file", finding.file())
        .put("line", finding.line())
        .put("message", finding.text());
  }
}
