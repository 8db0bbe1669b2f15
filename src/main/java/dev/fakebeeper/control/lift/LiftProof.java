package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.recording.Recording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether a lifted world is true to its recording: every recorded request is sent to it again, in
 * order and at its time, and the answers are compared. Ids, cursors and times that come into being
 * on the way are compared by what stands for what, the first time an id is met and always from then
 * on. Immutable.
 */
public final class LiftProof {
  private final int asked;
  private final Map<String, Integer> notAsked;
  private final List<Difference> differences;

  LiftProof(int asked, Map<String, Integer> notAsked, List<Difference> differences) {
    this.asked = asked;
    this.notAsked = new TreeMap<>(notAsked);
    this.differences = List.copyOf(differences);
  }

  /**
   * Plays a recording on a lifted world.
   *
   * @param lifted what the recording was lifted into
   * @param stage a world that starts from it, and in which nothing has happened yet
   */
  public static LiftProof of(Recording recording, LiftedWorld lifted, Stage stage) {
    return new Rehearsal(recording, lifted, stage).run();
  }

  /** How many calls were compared. */
  public int asked() {
    return asked;
  }

  /** How many calls were not, by the reason. */
  public Map<String, Integer> notAsked() {
    return Map.copyOf(notAsked);
  }

  /** All differences in the order of the calls. */
  public List<Difference> differences() {
    return differences;
  }

  /** Whether every difference is one that a lift cannot avoid. */
  public boolean holds() {
    return differences.stream().allMatch(Difference::isExplained);
  }

  /** How many calls are answered as they were. */
  public int alike() {
    return asked - (int) differences.stream().map(Difference::call).distinct().count();
  }

  private long unexplained() {
    return differences.stream().filter(one -> !one.isExplained()).count();
  }

  /** For people: a line for each difference, and one for all of a call with the same excuse. */
  public String text() {
    var text = new StringBuilder();
    text.append(
        "%d recorded calls were asked again, %d are answered alike. %d differences, %d of them not explained.%n"
            .formatted(asked, alike(), differences.size(), unexplained()));
    notAsked.forEach((why, times) -> text.append("  %d not asked: %s%n".formatted(times, why)));
    lines().forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString();
  }

  private List<String> lines() {
    var excused = new LinkedHashMap<String, List<Difference>>();
    for (var one : differences) {
      var key = one.isExplained() ? one.call() + " " + one.why() : one.line();
      excused.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
    }
    return excused.values().stream()
        .map(same -> same.size() == 1 ? same.get(0).line() : same.get(0).line(same.size() - 1))
        .toList();
  }

  /** For programs. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("holds", holds()).put("asked", asked).put("alike", alike());
    json.put("unexplained", unexplained());
    var skipped = json.putObject("notAsked");
    notAsked.forEach(skipped::put);
    var all = json.putArray("differences");
    differences.forEach(one -> all.add(one.json()));
    return json;
  }
}
