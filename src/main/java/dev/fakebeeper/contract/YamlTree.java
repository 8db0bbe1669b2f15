package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML read as OpenAPI wants it, as a JSON tree.
 *
 * <p>Jackson's own YAML reader does not serve: it takes an alias ({@code *name}) for a text, and
 * words such as {@code on} and {@code no} for booleans. Here aliases and merge keys ({@code <<})
 * work, plain scalars mean what they mean in YAML 1.2, and a key that appears twice is refused.
 */
final class YamlTree {
  /** No contract is that deep, but an alias that contains itself is. */
  private static final int MAX_DEPTH = 500;

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;

  private YamlTree() {}

  /** The scalars of YAML 1.2's JSON schema, without the surprises of 1.1. */
  private static final class JsonScalars extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
      addImplicitResolver(Tag.NULL, Pattern.compile("~|null|"), "~n\0");
      addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
      addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]*)"), "-0123456789");
      addImplicitResolver(
          Tag.FLOAT,
          Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?"),
          "-0123456789");
    }
  }

  /** The nodes of a text with their lines, null for an empty text. */
  static @Nullable Node compose(String text) {
    var options = new LoaderOptions();
    // The library's limits are there for hostile input; a contract is the user's own file.
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    var dumper = new DumperOptions();
    var yaml =
        new Yaml(
            new SafeConstructor(options),
            new Representer(dumper),
            dumper,
            options,
            new JsonScalars());
    return yaml.compose(new StringReader(text));
  }

  /**
   * The tree of a text.
   *
   * @throws MarkedYAMLException if it is not YAML, or not of the kind that JSON can say
   */
  static JsonNode parse(String text) {
    var root = compose(text);
    return root == null ? NullNode.getInstance() : new YamlTree().tree(root, 0);
  }

  private JsonNode tree(Node node, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Fault("is nested too deep, or contains itself", node);
    }
    if (node instanceof MappingNode mapping) {
      var object = nodes.objectNode();
      addMembers(mapping, object, depth);
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = nodes.arrayNode();
      sequence.getValue().forEach(item -> array.add(tree(item, depth + 1)));
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private void addMembers(MappingNode mapping, ObjectNode object, int depth) {
    var names = new HashSet<String>();
    for (var member : mapping.getValue()) {
      var name = name(member);
      if (!isMerge(member)) {
        addOnce(name, names, member);
        object.set(name, tree(member.getValueNode(), depth + 1));
      }
    }
    for (var member : mapping.getValue()) {
      if (isMerge(member)) {
        merge(member.getValueNode(), object, depth + 1);
      }
    }
  }

  private static void addOnce(String name, Set<String> names, NodeTuple member) {
    if (!names.add(name)) {
      throw new Fault("the key %s appears twice".formatted(name), member.getKeyNode());
    }
  }

  private static String name(NodeTuple member) {
    if (member.getKeyNode() instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new Fault("a key must be text", member.getKeyNode());
  }

  static boolean isMerge(NodeTuple member) {
    return member.getKeyNode() instanceof ScalarNode scalar
        && scalar.isPlain()
        && scalar.getValue().equals("<<");
  }

  /** Members that are there already win over merged ones. */
  private void merge(Node merged, ObjectNode object, int depth) {
    if (merged instanceof SequenceNode several) {
      several.getValue().forEach(one -> merge(one, object, depth + 1));
      return;
    }
    if (!(tree(merged, depth) instanceof ObjectNode members)) {
      throw new Fault("only a mapping can be merged", merged);
    }
    members.properties().forEach(member -> object.putIfAbsent(member.getKey(), member.getValue()));
  }

  private JsonNode scalar(ScalarNode node) {
    var text = node.getValue();
    if (node.getTag().equals(Tag.INT)) {
      return integer(new BigInteger(text));
    }
    if (node.getTag().equals(Tag.FLOAT)) {
      return nodes.numberNode(new BigDecimal(text));
    }
    if (node.getTag().equals(Tag.BOOL)) {
      return nodes.booleanNode(text.equals("true"));
    }
    return node.getTag().equals(Tag.NULL) ? nodes.nullNode() : nodes.textNode(text);
  }

  private JsonNode integer(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return nodes.numberNode(number.intValue());
    }
    return number.bitLength() < Long.SIZE
        ? nodes.numberNode(number.longValue())
        : nodes.numberNode(number);
  }

  /** A fault that the YAML library itself does not see. */
  private static final class Fault extends MarkedYAMLException {
    private static final long serialVersionUID = 1L;

    Fault(String problem, Node node) {
      super(null, null, problem, node.getStartMark());
    }
  }
}
