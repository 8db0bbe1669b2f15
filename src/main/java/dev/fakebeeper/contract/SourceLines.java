package dev.fakebeeper.contract;

import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The line of each place of a YAML or JSON text, by JSON pointer. Immutable. */
final class SourceLines {
  private final Map<String, Integer> lines = new HashMap<>();

  private SourceLines() {}

  static SourceLines of(String text) {
    var result = new SourceLines();
    try {
      var root = YamlTree.compose(text);
      if (root != null) {
        result.add("", root, root);
      }
    } catch (YAMLException e) {
      result.lines.clear(); // JSON that is no YAML, with tabs in odd places: every line is unknown
    }
    return result;
  }

  /** The line of a place, else of the nearest place around it; 0 for an empty text. */
  int line(String pointer) {
    var wanted = pointer;
    while (!lines.containsKey(wanted) && !wanted.isEmpty()) {
      wanted = wanted.substring(0, wanted.lastIndexOf('/'));
    }
    return lines.getOrDefault(wanted, 0);
  }

  /** Adds a place, whose line is that of its key, and the places in it. */
  private void add(String pointer, Node key, Node value) {
    lines.put(pointer, key.getStartMark().getLine() + 1);
    if (value instanceof MappingNode mapping) {
      for (var member : mapping.getValue()) {
        if (YamlTree.isMerge(member)) {
          addMerged(pointer, member.getValueNode());
        } else if (member.getKeyNode() instanceof ScalarNode name) {
          add(Pointers.child(pointer, name.getValue()), name, member.getValueNode());
        }
      }
    } else if (value instanceof SequenceNode sequence) {
      var items = sequence.getValue();
      for (int i = 0; i < items.size(); i++) {
        add(pointer + "/" + i, items.get(i), items.get(i));
      }
    }
  }

  private void addMerged(String pointer, Node merged) {
    if (merged instanceof SequenceNode several) {
      several.getValue().forEach(one -> addMerged(pointer, one));
    } else {
      int own = lines.getOrDefault(pointer, 0);
      add(pointer, merged, merged);
      lines.put(pointer, own);
    }
  }
}
