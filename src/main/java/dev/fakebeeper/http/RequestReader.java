package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.http.Arrival.BodyFault;
import dev.fakebeeper.http.Arrival.BrokenMultipart;
import dev.fakebeeper.http.Arrival.CutOff;
import dev.fakebeeper.http.Arrival.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what came over the wire into the contract's neutral request. */
final class RequestReader {
  private static final byte[] NO_BODY = {};

  private final BaseUrl baseUrl;
  private final Pipeline pipeline;
  private final BodyReader bodies;

  RequestReader(EdgeSettings settings, Pipeline pipeline) {
    this.baseUrl = new BaseUrl(settings.forwarding());
    this.pipeline = pipeline;
    this.bodies = new BodyReader(pipeline.limits().smallest());
  }

  /** A request of which only the head is known, or matters. */
  static ApiRequest head(HttpServletRequest request) {
    return new ApiRequest(
        request.getMethod(),
        request.getRequestURI(),
        request.getQueryString(),
        WireHeaders.of(request),
        NO_BODY,
        List.of());
  }

  /** Reads the whole request. */
  Arrival read(HttpServletRequest request) {
    var method = request.getMethod();
    var path = request.getRequestURI();
    byte[] body;
    try {
      body = bodies.readOrNull(request, () -> pipeline.bodyLimit(method, path));
    } catch (IOException e) {
      return arrival(request, NO_BODY, List.of(), new CutOff(String.valueOf(e.getMessage())));
    }
    if (body == null) {
      return arrival(request, NO_BODY, List.of(), new TooLarge(pipeline.bodyLimit(method, path)));
    }
    var contentType = request.getContentType();
    if (contentType == null || !MultipartBody.isMultipart(contentType)) {
      return arrival(request, body, List.of(), null);
    }
    try {
      return arrival(request, body, MultipartBody.parse(contentType, body), null);
    } catch (IOException e) {
      return arrival(request, body, List.of(), new BrokenMultipart(String.valueOf(e.getMessage())));
    }
  }

  private Arrival arrival(
      HttpServletRequest request, byte[] body, List<BodyPart> parts, @Nullable BodyFault fault) {
    var neutral =
        new ApiRequest(
            request.getMethod(),
            request.getRequestURI(),
            request.getQueryString(),
            WireHeaders.of(request),
            body,
            parts);
    return new Arrival(neutral, baseUrl.of(request), fault);
  }
}
