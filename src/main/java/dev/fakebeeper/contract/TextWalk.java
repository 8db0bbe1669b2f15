package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * Walks a JSON value and lets a rewriter replace every text in it. What can only be true, false or
 * null stays. Nothing that is given is written to.
 */
final class TextWalk {
  private final CompiledSchemas rules;
  private final TextRewriter rewriter;

  TextWalk(CompiledSchemas rules, TextRewriter rewriter) {
    this.rules = rules;
    this.rewriter = rewriter;
  }

  /**
   * The value, rewritten.
   *
   * @param stated the schemas of the value, none when the contract does not know it
   */
  JsonNode rewrite(List<Place> stated, JsonNode value) {
    if (value.isNull()) {
      return value;
    }
    var schemas = new TextSchemas(stated, value, rules);
    if (!schemas.describe()) {
      return rewriter.unknown(value);
    }
    if (value.isObject()) {
      return object(schemas, value);
    }
    if (value.isArray()) {
      return array(schemas, value);
    }
    return value.isBoolean() ? value : single(schemas, value);
  }

  private JsonNode single(TextSchemas schemas, JsonNode value) {
    if (value.isNumber() && schemas.takeNumbers()) {
      return rewriter.number(value);
    }
    var rule = schemas.text();
    if (rule.isPresent()) {
      return rewriter.text(rule.get(), value);
    }
    var items = schemas.ofItem(0); // one value of a form that may repeat it
    return items.isEmpty() ? rewriter.unknown(value) : rewrite(items, value);
  }

  private JsonNode object(TextSchemas schemas, JsonNode value) {
    var others = schemas.ofOthers();
    if (others.isEmpty() && !schemas.nameMembers()) {
      return rewriter.unknown(value);
    }
    var copy = JsonNodeFactory.instance.objectNode();
    for (var member : value.properties()) {
      var named = schemas.ofMember(member.getKey());
      var name = named.isEmpty() ? other(schemas, member.getKey()) : member.getKey();
      copy.set(name, rewrite(named.isEmpty() ? others : named, member.getValue()));
    }
    return copy;
  }

  private String other(TextSchemas schemas, String name) {
    return schemas.ofOthers().isEmpty()
        ? rewriter.unknownName(name)
        : rewriter.key(schemas.keys(), name);
  }

  private JsonNode array(TextSchemas schemas, JsonNode value) {
    var copy = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < value.size(); i++) {
      var stated = schemas.ofItem(i);
      if (stated.isEmpty()) {
        return rewriter.unknown(value);
      }
      copy.add(rewrite(stated, value.get(i)));
    }
    return copy;
  }
}
