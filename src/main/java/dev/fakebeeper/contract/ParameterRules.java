package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Violation.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The declared parameters of one operation. Safe for use by many threads. */
final class ParameterRules {
  private static final Site QUERY = new Site(Where.QUERY, "");

  private final List<ParameterRule> path = new ArrayList<>();
  private final List<ParameterRule> headers = new ArrayList<>();
  private final Map<String, ParameterRule> query = new LinkedHashMap<>();
  private final Map<String, JsonNode> queryDefaults = new LinkedHashMap<>();
  private final Place operation;
  private final boolean queryMayBeEmpty;

  ParameterRules(OperationPlace operation, CompiledSchemas rules) {
    this.operation = operation.place();
    for (var parameter : operation.parameters()) {
      var rule = ParameterRule.ofParameter(parameter, rules);
      switch (parameter.text("in")) {
        case "path" -> path.add(rule);
        case "header" -> addHeader(rule);
        case "query" -> query.put(rule.name(), rule);
        default -> {} // a cookie: the vendor's API has none, so the fake does not read them
      }
    }
    query.forEach((name, rule) -> addDefault(rule, queryDefaults));
    queryMayBeEmpty = query.values().stream().noneMatch(ParameterRule::isRequired);
  }

  /** OpenAPI says that parameters of these names mean nothing. */
  private void addHeader(ParameterRule rule) {
    if (!Set.of("accept", "content-type", "authorization")
        .contains(rule.name().toLowerCase(Locale.ROOT))) {
      headers.add(rule);
    }
  }

  private static void addDefault(ParameterRule rule, Map<String, JsonNode> values) {
    var value = rule.defaultOrNull();
    if (value != null) {
      values.put(rule.name(), value);
    }
  }

  /** Reads and checks all parameters of a request. */
  Parameters check(Map<String, String> pathParameters, ApiRequest request, Findings findings) {
    checkPath(pathParameters, request.rawPath(), findings);
    return new Parameters(
        pathParameters, readQuery(request, findings), readHeaders(request, findings));
  }

  private void checkPath(Map<String, String> values, String rawPath, Findings findings) {
    for (var rule : path) {
      var value = values.get(rule.name());
      if (value != null) {
        rule.read(List.of(value), findings.violations());
      }
    }
    if (!values.isEmpty() && rawPath.indexOf('%') >= 0) {
      for (var segment : rawPath.split("/", -1)) {
        if (PercentEncoding.decodePathOrNull(segment) == null) {
          findings
              .violations()
              .add(
                  broken(
                      new Site(Where.PATH, nameOf(segment, values)),
                      ComplaintWords.quoted(segment)));
        }
      }
    }
  }

  /** A broken segment is handed on undecoded, so its value tells which parameter it is. */
  private static String nameOf(String segment, Map<String, String> values) {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().equals(segment))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private Violation brokenQuery(String name, String pair) {
    var rule = query.get(name);
    return broken(QUERY.at(name), rule == null ? ComplaintWords.quoted(pair) : rule.told(pair));
  }

  private Violation broken(Site site, String told) {
    return site.violation(Kind.ENCODING, "percent-encoded UTF-8", told, operation);
  }

  private Map<String, JsonNode> readQuery(ApiRequest request, Findings findings) {
    var rawQuery = request.rawQuery();
    if (queryMayBeEmpty && (rawQuery == null || rawQuery.isEmpty())) {
      return queryDefaults; // what most requests need, without a copy
    }
    var text = QueryText.parse(rawQuery);
    var values = new LinkedHashMap<>(queryDefaults);
    query.forEach(
        (name, rule) -> {
          if (!text.broken().containsKey(name)) { // one violation for one fault
            read(rule, text.values().getOrDefault(name, List.of()), values, findings);
          }
        });
    text.broken().forEach((name, pair) -> findings.violations().add(brokenQuery(name, pair)));
    text.values()
        .forEach(
            (name, texts) -> {
              if (!query.containsKey(name)) {
                findings.warnings().add(unknown(name, texts));
              }
            });
    return values;
  }

  private Map<String, JsonNode> readHeaders(ApiRequest request, Findings findings) {
    if (headers.isEmpty()) {
      return Map.of();
    }
    var values = new TreeMap<String, JsonNode>(String.CASE_INSENSITIVE_ORDER);
    for (var rule : headers) {
      addDefault(rule, values);
      read(rule, request.headers().all(rule.name()), values, findings);
    }
    return values;
  }

  private static void read(
      ParameterRule rule, List<String> texts, Map<String, JsonNode> values, Findings findings) {
    if (texts.isEmpty()) {
      var absence = rule.absenceOrNull();
      if (absence != null) {
        findings.violations().add(absence);
      }
      return;
    }
    var value = rule.read(texts, findings.violations());
    if (value != null && !value.isNull()) { // given as null is as good as absent: the default holds
      values.put(rule.name(), value);
    }
  }

  private Violation unknown(String name, List<String> values) {
    return QUERY
        .at(name)
        .violation(
            Kind.UNKNOWN_PARAMETER,
            ComplaintWords.knownNames(query.keySet()),
            ComplaintWords.quoted(values.get(0)),
            operation,
            ComplaintWords.removal(name, query.keySet()));
  }
}
