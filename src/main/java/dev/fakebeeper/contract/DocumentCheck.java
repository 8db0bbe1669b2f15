package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Decides whether the document of a user can be used: references lead somewhere, schemas compile,
 * and swagger-parser finds no fault in its structure. The bundled document is checked by the tests
 * instead, because swagger-parser costs a second at a cold start.
 */
final class DocumentCheck {
  private static final String UNTIL =
      "Write {until: '4.2.808', schema: '#/components/schemas/Older'}.";

  private final Document document;
  private final List<String> notices = new ArrayList<>();

  private DocumentCheck(Document document) {
    this.document = document;
  }

  /**
   * Checks a normalised document.
   *
   * @return what is odd but no reason to refuse it
   * @throws ContractException for the first reason to refuse it
   */
  static List<String> check(Document document) {
    var check = new DocumentCheck(document);
    DocumentWalk.visit(document, check::place);
    OperationTable.of(document, ApiVersion.latest());
    check.structure();
    check.schemas();
    return List.copyOf(check.notices);
  }

  private void place(Place place) {
    place.follow();
    place.child("examples").children().forEach(Place::follow);
    checkSince(place);
    checkGone(place);
    checkForms(place);
    checkPattern(place);
    if (place.text("in").equals("cookie") && place.node().has("name")) {
      notices.add(
          "%s:%d the cookie parameter %s is not read."
              .formatted(document.source().name(), place.line(), place.text("name")));
    }
  }

  private static void checkSince(Place place) {
    var since = place.text(Since.SINCE);
    try {
      if (!since.isEmpty()) {
        ApiVersion.of(since);
      }
    } catch (IllegalArgumentException e) {
      throw place.failure("has x-fake-since: " + since, "Write a version such as 4.2.808.");
    }
  }

  private static void checkGone(Place place) {
    var gone = place.node().path(Since.GONE);
    if (!gone.isMissingNode() && !isSpan(gone)) {
      throw place.failure(
          "has x-fake-gone: " + gone,
          "Write the version that took it away and the one that brought it back: ['4.2.557', '4.2.808'].");
    }
  }

  private static boolean isSpan(JsonNode gone) {
    try {
      return gone.size() == 2
          && !ApiVersion.of(gone.get(0).asText()).isAtLeast(gone.get(1).asText());
    } catch (IllegalArgumentException e) {
      return false; // not a version: told with the rest
    }
  }

  /** Older forms of a schema: each ends with a version, and stands among the schemas. */
  private static void checkForms(Place place) {
    for (var form : place.node().path("x-fake-forms")) {
      var target = form.path("schema").asText("");
      try {
        ApiVersion.of(form.path("until").asText(""));
      } catch (IllegalArgumentException e) {
        throw place.failure("has an older form without the version that ended it", UNTIL);
      }
      if (!target.startsWith("#/") || !place.document().at(target.substring(1)).exists()) {
        throw place.failure("has an older form (%s) that is not there".formatted(target), UNTIL);
      }
    }
  }

  /** Checked before the validator does it, which writes a stack trace to the log. */
  private static void checkPattern(Place place) {
    var pattern = place.child("pattern");
    if (pattern.node().isTextual()) {
      try {
        Pattern.compile(pattern.node().textValue());
      } catch (PatternSyntaxException e) {
        throw pattern.failure(
            "is a pattern that Java cannot read (%s)".formatted(e.getDescription()),
            "Correct the regular expression.");
      }
    }
  }

  /** References are not resolved: that would double the time and load whatever they name. */
  private void structure() {
    var options = new ParseOptions();
    options.setResolve(false);
    var copy = document.tree().deepCopy(); // the parser may write to what it is given
    var result = new OpenAPIV3Parser().parseJsonNode(document.source().name(), copy, options);
    for (var message : result.getMessages()) {
      judge(SwaggerFault.of(document, message));
    }
  }

  private void judge(SwaggerFault fault) {
    if (fault.isUnknownMember()) {
      notices.add(
          "%s:%d (%s) is no member that OpenAPI knows there."
              .formatted(document.source().name(), fault.place().line(), fault.location()));
    } else if (!fault.isBooleanSchema()) {
      throw fault
          .place()
          .failure(fault.location() + " " + fault.text(), "Correct it as OpenAPI wants it.");
    }
  }

  private void schemas() {
    var compiler = new JsonSchemas(document, JsonSchemas.Direction.RESPONSE);
    document.at("/components/schemas").children().forEach(compiler::verify);
    DocumentWalk.visit(
        document,
        place -> {
          if (place.child("schema").exists()) {
            compiler.verify(place.child("schema"));
          }
        });
  }
}
