package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the members of a body that the contract does not name. The real server ignores them, so
 * they are warnings; where the schema forbids them there is a violation already, and no warning.
 */
final class UnknownMembers {
  private final Place schema;
  private final Site site;
  private final Findings findings;
  private final Set<String> reported = new HashSet<>();

  private UnknownMembers(Place schema, Site site, Findings findings) {
    this.schema = schema;
    this.site = site;
    this.findings = findings;
    findings.violations().forEach(violation -> reported.add(violation.pointer()));
  }

  static void find(SchemaRule schema, JsonNode body, Findings findings) {
    find(schema, body, Site.REQUEST_BODY, findings);
  }

  static void find(SchemaRule schema, JsonNode body, Site site, Findings findings) {
    new UnknownMembers(schema.schema(), site, findings).walk(schema.shape(), body, "");
  }

  private void walk(@Nullable Shape shape, JsonNode value, String pointer) {
    if (shape == null) {
      return;
    }
    if (value.isArray()) {
      var element = shape.elementOrNull();
      for (int i = 0; element != null && i < value.size(); i++) {
        walk(element, value.get(i), pointer + "/" + i);
      }
      return;
    }
    for (var member : value.properties()) {
      var place = Pointers.child(pointer, member.getKey());
      if (!shape.isOpen() && !shape.knows(member.getKey())) {
        report(shape, member.getKey(), member.getValue(), place);
      }
      walk(shape.memberOrNull(member.getKey()), member.getValue(), place);
    }
  }

  private void report(Shape shape, String name, JsonNode value, String pointer) {
    if (reported.add(site.at(pointer).prefix())) {
      findings
          .warnings()
          .add(
              site.at(pointer)
                  .violation(
                      Kind.UNKNOWN_MEMBER,
                      ComplaintWords.knownNames(shape.names()),
                      ComplaintWords.value(value),
                      schema,
                      ComplaintWords.removal(name, shape.names())));
    }
  }
}
