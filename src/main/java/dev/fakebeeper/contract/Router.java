package dev.fakebeeper.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation of a method and a raw path, by a tree of path segments.
 *
 * <p>A literal segment wins over a templated one, so {@code /v1/chats/search} is not a chat. It
 * wins for each method by itself: {@code PATCH /v1/chats/search} is the chat called "search" when
 * only {@code {chatID}} can be patched, as in the real server, whose router has a tree for each
 * method. The path is split while it is still encoded and each segment is decoded once, so {@code
 * %2F} stays inside its segment. A trailing slash makes another path (the real server answers 404),
 * because a templated segment never matches an empty one.
 */
final class Router {
  private final Node root = new Node();
  private final NearestPath nearest;

  Router(Collection<Operation> operations) {
    operations.forEach(this::add);
    nearest = new NearestPath(List.copyOf(operations));
  }

  private void add(Operation operation) {
    var node = root;
    var names = new ArrayList<String>();
    for (var segment : operation.path().substring(1).split("/", -1)) {
      if (isTemplated(segment)) {
        names.add(segment.substring(1, segment.length() - 1));
        node = node.templatedChild();
      } else {
        node = node.literals.computeIfAbsent(segment, s -> new Node());
      }
    }
    node.targets.put(operation.method(), new Target(operation, List.copyOf(names)));
  }

  static boolean isTemplated(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  Routing route(String method, String rawPath) {
    var wanted = method.equals("HEAD") ? "GET" : method;
    if (rawPath.startsWith("/")) {
      var segments = rawPath.substring(1).split("/", -1);
      var search = new Search(segments, wanted);
      var target = search.find(root, 0);
      if (target != null) {
        return found(target, search.values);
      }
      if (!search.otherMethods.isEmpty()) {
        return notAllowed(wanted, rawPath, search);
      }
    }
    return new Routing.Unknown(nearest.to(wanted, rawPath));
  }

  private static Routing found(Target target, List<String> values) {
    if (values.isEmpty()) {
      return target.withoutParameters;
    }
    var parameters = new LinkedHashMap<String, String>();
    for (int i = 0; i < values.size(); i++) {
      parameters.put(target.names.get(i), values.get(i));
    }
    return new Routing.Found(target.operation, parameters);
  }

  private Routing notAllowed(String method, String rawPath, Search search) {
    var others = search.otherMethods;
    var allowed = new TreeSet<String>();
    others.forEach(operation -> allowed.add(operation.method()));
    var closest = nearest.to(method, rawPath).filter(others::contains).orElse(others.get(0));
    return new Routing.MethodNotAllowed(List.copyOf(allowed), closest);
  }

  private static final class Node {
    final Map<String, Node> literals = new HashMap<>();
    final Map<String, Target> targets = new LinkedHashMap<>();
    @Nullable Node templated;

    Node templatedChild() {
      if (templated == null) {
        templated = new Node();
      }
      return templated;
    }
  }

  private static final class Target {
    final Operation operation;
    final List<String> names;
    final Routing.Found withoutParameters;

    Target(Operation operation, List<String> names) {
      this.operation = operation;
      this.names = names;
      this.withoutParameters = new Routing.Found(operation, Map.of());
    }
  }

  /** One walk down the tree, with the values of the templated segments on the way. */
  private static final class Search {
    final String[] segments;
    final String method;
    final List<String> values = new ArrayList<>(4);
    final List<Operation> otherMethods = new ArrayList<>(0);

    Search(String[] segments, String method) {
      this.segments = segments;
      this.method = method;
      for (int i = 0; i < segments.length; i++) {
        var decoded = PercentEncoding.decodePathOrNull(segments[i]);
        if (decoded != null) {
          segments[i] = decoded;
        }
      }
    }

    @Nullable Target find(Node node, int depth) {
      if (depth == segments.length) {
        var target = node.targets.get(method);
        if (target == null) {
          node.targets.values().forEach(other -> otherMethods.add(other.operation));
        }
        return target;
      }
      var segment = segments[depth];
      var literal = node.literals.get(segment);
      var target = literal == null ? null : find(literal, depth + 1);
      if (target != null || node.templated == null || segment.isEmpty()) {
        return target;
      }
      values.add(segment);
      target = find(node.templated, depth + 1);
      if (target == null) {
        values.remove(values.size() - 1);
      }
      return target;
    }
  }
}
