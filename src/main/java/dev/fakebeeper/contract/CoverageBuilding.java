package dev.fakebeeper.contract;

import dev.fakebeeper.contract.Probes.Use;

/** What is needed while the coverables of a contract are found. */
record CoverageBuilding(
    ApiVersion version, CoverableList list, Probes parameters, Probes requests, Probes answers) {

  static CoverageBuilding of(ApiVersion version, CompiledSchemas schemas) {
    var list = new CoverableList();
    return new CoverageBuilding(
        version,
        list,
        new Probes(list, Use.PARAMETER, schemas::request),
        new Probes(list, Use.REQUEST, schemas::request),
        new Probes(list, Use.ANSWER, schemas::response));
  }
}
