package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.ApiResponse;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reading assets. Bytes are those of the world; a file is made of them only for a caller who asks
 * for a file. Thread-safe.
 */
final class AssetsOperations {
  private final MediaFolder media;
  private final OperationsSettings settings;

  AssetsOperations(MediaFolder media, OperationsSettings settings) {
    this.media = media;
    this.settings = settings;
  }

  /**
   * Gives the URL of a file with the asset's bytes. Whatever goes wrong is told inside a 200
   * (observed).
   */
  ApiResponse download(Call call) {
    var url = new BodyFields(call.body()).text("url");
    var place = AssetPlace.of(url == null ? "" : url, call.state(), media);
    if (!(place instanceof AssetPlace.Found found)) {
      return failed("The asset could not be downloaded: " + reason(place));
    }
    try {
      return ApiResponse.ok(
          JsonNodeFactory.instance.objectNode().put("srcURL", file(found).toUri().toString()));
    } catch (IOException e) {
      return failed("The asset could not be stored: " + e.getMessage());
    }
  }

  private Path file(AssetPlace.Found found) throws IOException {
    if (found.content() instanceof Bytes.InFile stored) {
      return stored.file();
    }
    var key = found.asset().url() + '\n' + found.content().etag();
    return media.keep(key, found.asset().fileName(), found.content());
  }

  private static ApiResponse failed(String error) {
    return ApiResponse.ok(JsonNodeFactory.instance.objectNode().put("error", error));
  }

  /**
   * Streams the asset's bytes. Gone is 502 (observed), for whoever asks cannot tell an unknown
   * asset from a lost one; a file that is not the fake's is 403, no asset URL is 400 (both as a
   * compatible server does).
   */
  ApiResponse serve(Call call) {
    var url = call.parameters().text("url").orElse("");
    var place = AssetPlace.of(url, call.state(), media);
    if (place instanceof AssetPlace.Found found) {
      return AssetAnswer.of(call.raw(), found.content(), contentType());
    }
    throw new ApiException(refusal(place));
  }

  private static ApiError refusal(AssetPlace place) {
    if (place instanceof AssetPlace.Gone) {
      return ApiError.upstream("Failed to download asset: " + reason(place));
    }
    if (place instanceof AssetPlace.Outside) {
      return ApiError.forbidden("Access denied: " + reason(place));
    }
    return ApiError.invalid("url", "an mxc://, localmxc:// or file:// URL", reason(place));
  }

  private static String reason(AssetPlace place) {
    if (place instanceof AssetPlace.Gone gone) {
      return gone.url() + " is not available";
    }
    if (place instanceof AssetPlace.Outside outside) {
      return outside.url() + " is outside the media folder";
    }
    if (place instanceof AssetPlace.Malformed malformed) {
      return '"' + malformed.url() + "\" is no asset URL";
    }
    throw new AssertionError("found is no reason: " + place);
  }

  private String contentType() {
    return settings.serveContentType() == OperationsSettings.ServeContentType.NONE
        ? ""
        : MediaTypes.UNKNOWN;
  }
}
