package dev.fakebeeper.control.coverage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Coverable.Dimension;
import dev.fakebeeper.control.coverage.CoverageReport.Kind;
import dev.fakebeeper.control.coverage.CoverageReport.Part;
import dev.fakebeeper.control.coverage.CoverageReport.Subject;

/** A report as JSON. */
final class JsonReport {
  private static final int VERSION = 1;

  private JsonReport() {}

  static String text(CoverageReport report, Thresholds thresholds) {
    return json(report, thresholds).toPrettyString() + "\n";
  }

  static ObjectNode json(CoverageReport report, Thresholds thresholds) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("fakeBeeperCoverage", VERSION);
    json.put("apiVersion", report.apiVersion());
    json.put("calls", report.calls());
    var totals = json.putObject("totals");
    for (var dimension : Dimension.values()) {
      addTotal(totals.putObject(dimension.text()), dimension, report, thresholds);
    }
    addSubjects(json.putArray("operations"), Kind.OPERATION, report);
    addSubjects(json.putArray("schemas"), Kind.SCHEMA, report);
    var codes = json.putObject(Dimension.ERROR_CODES.text());
    report
        .subjects(Kind.ERRORS)
        .forEach(errors -> addPart(codes, errors.part(Dimension.ERROR_CODES)));
    return json;
  }

  private static void addTotal(
      ObjectNode json, Dimension dimension, CoverageReport report, Thresholds thresholds) {
    var score = report.score(dimension);
    json.put("covered", score.covered());
    json.put("total", score.total());
    json.put("percent", score.percent());
    thresholds
        .of(dimension)
        .ifPresent(wanted -> json.put("wanted", wanted).put("reached", score.reaches(wanted)));
  }

  private static void addSubjects(ArrayNode array, Kind kind, CoverageReport report) {
    for (var subject : report.subjects(kind)) {
      var json = array.addObject();
      addHead(json, subject);
      for (var part : subject.parts()) {
        if (part.dimension() != Dimension.OPERATIONS) { // calls say it
          addPart(json.putObject(part.dimension().text()), part);
        }
      }
    }
  }

  private static void addHead(ObjectNode json, Subject subject) {
    json.put(subject.kind() == Kind.OPERATION ? "operation" : "schema", subject.name());
    subject
        .operation()
        .ifPresent(
            operation -> {
              json.put("method", operation.method());
              json.put("path", operation.path());
              json.put("tag", operation.tag());
              json.put("calls", subject.calls());
            });
  }

  private static void addPart(ObjectNode json, Part part) {
    part.covered().forEach(json.putArray("covered")::add);
    part.missing().forEach(json.putArray("missing")::add);
  }
}
