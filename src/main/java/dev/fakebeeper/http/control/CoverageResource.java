package dev.fakebeeper.http.control;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.control.coverage.CoverageFormat;
import dev.fakebeeper.control.coverage.CoverageReport;
import dev.fakebeeper.control.coverage.Thresholds;
import java.util.Locale;

/** What of the contract clients have exercised. */
final class CoverageResource {
  private CoverageResource() {}

  static void addTo(ControlTable table) {
    table.add("startCoverage", CoverageResource::start);
    table.add("getCoverage", CoverageResource::ofAll);
    table.add("clearCoverage", CoverageResource::clear);
    table.add("getWorldCoverage", CoverageResource::ofWorld);
  }

  private static ApiResponse start(ControlCall call) {
    call.worlds().coverage().start();
    return ApiResponse.noContent();
  }

  private static ApiResponse clear(ControlCall call) {
    call.worlds().coverage().clear();
    return ApiResponse.noContent();
  }

  private static ApiResponse ofAll(ControlCall call) {
    return written(call, SocketsResource.inTime(() -> call.worlds().coverage().report()));
  }

  private static ApiResponse ofWorld(ControlCall call) {
    var name = call.world().name();
    return written(call, SocketsResource.inTime(() -> call.worlds().coverage().report(name)));
  }

  private static ApiResponse written(ControlCall call, CoverageReport report) {
    var wanted = call.request().parameters().text("format").orElse("json");
    var format = CoverageFormat.valueOf(wanted.toUpperCase(Locale.ROOT));
    return ApiResponse.ok(new Body.Text(mediaType(format), format.text(report, Thresholds.NONE)));
  }

  private static String mediaType(CoverageFormat format) {
    return switch (format) {
      case JSON -> "application/json";
      case MARKDOWN -> "text/markdown";
      case JUNIT -> "application/xml";
    };
  }
}
