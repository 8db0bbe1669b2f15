package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.JsonFragment;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client learns before it has a token: who serves here, under which URLs, by which contract.
 * Members, {@code status}, names and the forms of the URLs are those observed on real builds; the
 * machine is invented and always the same. Immutable; thread-safe.
 */
final class InfoOperations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Read by hand: the host comes from a header of the caller and may be none that URI takes. */
  private static final Pattern BASE_URL =
      Pattern.compile("(?<scheme>[a-z]+)://(?<host>\\[[^]]*]|[^:/]*)(:(?<port>\\d{1,5}))?(/.*)?");

  private final AppFacts app;
  private final JsonFragment document;

  /** Tells of a contract in the version it shows. */
  InfoOperations(Contract contract) {
    app = new AppFacts(contract.version().toString());
    document = JsonFragment.ofBytes(contract.document());
  }

  /**
   * The info document. Remote access counts as on when the caller came by another name than the
   * machine's own.
   */
  ApiResponse info(Call call) {
    var base = call.baseUrl();
    var info = JSON.objectNode();
    info.set("app", app.named());
    info.putObject("platform").put("os", "linux").put("arch", "x64").put("release", "6.8.0");
    info.set("server", server(base));
    var endpoints = info.putObject("endpoints");
    endpoints.set("oauth", oauth(base).put("introspection_endpoint", base + "/oauth/introspect"));
    endpoints
        .put("spec", base + "/v1/spec")
        .put("mcp", base + "/v0/mcp")
        .put("ws_events", base + "/v1/ws"); // with http, as observed: clients swap the scheme
    return ApiResponse.ok(info);
  }

  private static ObjectNode server(String base) {
    var place = BASE_URL.matcher(base);
    var known = place.matches();
    var host = known ? place.group("host").replaceAll("[\\[\\]]", "") : base;
    return JSON.objectNode()
        .put("status", "running")
        .put("base_url", base)
        .put("port", known ? port(place.group("scheme"), place.group("port")) : 0)
        .put("hostname", host)
        .put("remote_access", !isLocal(host))
        .put("mcp_enabled", false); // nothing here speaks MCP, and a client should not try
  }

  private static int port(String scheme, @Nullable String port) {
    if (port != null) {
      return Integer.parseInt(port);
    }
    return scheme.equals("https") ? 443 : 80;
  }

  private static boolean isLocal(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.startsWith("127.") || name.equals("::1");
  }

  /** The URLs that the info document and the metadata share. */
  private static ObjectNode oauth(String base) {
    return JSON.objectNode()
        .put("authorization_endpoint", base + "/oauth/authorize")
        .put("token_endpoint", base + "/oauth/token")
        .put("revocation_endpoint", base + "/oauth/revoke")
        .put("userinfo_endpoint", base + "/oauth/userinfo")
        .put("registration_endpoint", base + "/oauth/register");
  }

  /** The OpenAPI document of this build. */
  ApiResponse spec(Call call) {
    return ApiResponse.ok(new Body.Fragment(document));
  }

  /** RFC 8414 metadata; without the introspection endpoint, as observed. */
  ApiResponse oauthMetadata(Call call) {
    var base = call.baseUrl();
    var metadata = JSON.objectNode().put("issuer", base);
    metadata.setAll(oauth(base));
    list(metadata, "grant_types_supported", "authorization_code");
    list(metadata, "token_endpoint_auth_methods_supported", "none");
    list(metadata, "response_types_supported", "code");
    list(metadata, "scopes_supported", "read", "write");
    list(metadata, "code_challenge_methods_supported", "S256");
    metadata.put("service_documentation", base + "/v1/spec");
    return ApiResponse.ok(metadata);
  }

  /** RFC 9728 metadata, for clients that begin at the resource (known from a compatible server). */
  ApiResponse protectedResource(Call call) {
    var base = call.baseUrl();
    var metadata = JSON.objectNode().put("resource", base);
    list(metadata, "authorization_servers", base);
    list(metadata, "scopes_supported", "read", "write");
    list(metadata, "bearer_methods_supported", "header");
    return ApiResponse.ok(metadata);
  }

  private static void list(ObjectNode metadata, String name, String... values) {
    var array = metadata.putArray(name);
    List.of(values).forEach(array::add);
  }
}
