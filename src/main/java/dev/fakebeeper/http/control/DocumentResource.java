package dev.fakebeeper.http.control;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.JsonFragment;

/** The document of the control API itself. */
final class DocumentResource {
  private DocumentResource() {}

  static void addTo(ControlTable table) {
    table.add("getDocumentAsYAML", DocumentResource::yaml);
    table.add("getDocumentAsJSON", DocumentResource::json);
  }

  private static ApiResponse yaml(ControlCall call) {
    return ApiResponse.ok(new Body.Text("application/yaml", call.server().contract().text()));
  }

  private static ApiResponse json(ControlCall call) {
    var bytes = call.server().contract().document();
    return ApiResponse.ok(new Body.Fragment(JsonFragment.ofBytes(bytes)));
  }
}
