package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.http.control.ControlAccess;
import dev.fakebeeper.http.control.Problem;
import dev.fakebeeper.operations.Access;
import dev.fakebeeper.stubs.StubException;
import dev.fakebeeper.stubs.WorldStubs;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * WireMock's admin API for the stub mappings of a world, under WireMock's own path, so that its
 * clients of any language work. Whose mappings they are, the path or a header says, else the token,
 * else it is the default world. Thread-safe.
 */
final class StubAdmin {
  static final String PREFIX = "/__admin";

  private static final Pattern OF_WORLD =
      Pattern.compile("/__control/worlds/([A-Za-z0-9._-]+)(" + PREFIX + "(?:/.*)?)");

  /**
   * Recording is the recorder's business, stopping the server that of whoever started it, and
   * certificates are for a proxy that there is not.
   */
  private static final Pattern REFUSED =
      Pattern.compile(PREFIX + "/(?:recordings|shutdown|certs)(?:/.*)?");

  private final ControlAccess access;
  private final Access worlds;
  private final StubOverlay overlay;

  StubAdmin(ControlAccess access, Access worlds, StubOverlay overlay) {
    this.access = access;
    this.worlds = worlds;
    this.overlay = overlay;
  }

  static boolean owns(String rawPath) {
    return rawPath.equals(PREFIX)
        || rawPath.startsWith(PREFIX + "/")
        || OF_WORLD.matcher(rawPath).matches();
  }

  /** Answers one of these routes. */
  ApiResponse answer(ApiRequest request, String baseUrl) {
    var refusal = access.refusal(request);
    if (refusal.isPresent()) {
      return refusal.get().toResponse();
    }
    var path = OF_WORLD.matcher(request.rawPath());
    var named =
        path.matches() ? Optional.of(path.group(1)) : request.headers().first(Access.WORLD_HEADER);
    var wanted = path.matches() ? withPath(request, path.group(2)) : request;
    if (REFUSED.matcher(wanted.rawPath()).matches()) {
      return refused(wanted).toResponse();
    }
    var world = named.or(() -> worlds.worldOf(request)).flatMap(overlay::find);
    return world.isPresent()
        ? answer(world.get(), wanted, baseUrl)
        : unknown(named.orElse("default")).toResponse();
  }

  private static ApiResponse answer(WorldStubs world, ApiRequest request, String baseUrl) {
    try {
      return world.admin(request, baseUrl).response();
    } catch (StubException e) {
      var message = String.valueOf(e.getMessage());
      return Problem.of(501, DiagnosisCode.CONTROL_UNSUPPORTED, message, null).toResponse();
    }
  }

  private static ApiRequest withPath(ApiRequest request, String path) {
    return new ApiRequest(
        request.method(),
        path,
        request.rawQuery(),
        request.headers(),
        request.body(),
        request.parts());
  }

  private static Problem unknown(String world) {
    return Problem.of(
        404,
        DiagnosisCode.CONTROL_WORLD_UNKNOWN,
        "No world is named \"%s\".".formatted(world),
        "Name an open world, or leave the name out for the default one.");
  }

  private static Problem refused(ApiRequest request) {
    return Problem.of(
        403,
        DiagnosisCode.CONTROL_UNSUPPORTED,
        "%s is not served: WireMock would record what is not redacted, or stop a server that others use."
            .formatted(request.rawPath()),
        "Record with fake-beeper's own command \"record\"; close the fake where it was started.");
  }
}
