package dev.fakebeeper.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fakebeeper.FakeBeeper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A client that signs in by OAuth over real HTTP, step by step, with parameters that can be bent.
 */
final class SignIn {
  static final String REDIRECT = "http://127.0.0.1:9/callback";

  /** The example of RFC 7636, appendix B. */
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final String world;

  private SignIn(URI base, String world) {
    this.base = base;
    this.world = world;
  }

  /** One that says nowhere which world it means. */
  static SignIn at(FakeBeeper beeper) {
    return new SignIn(beeper.baseUri(), null);
  }

  /** The same; each request names a world in the header for that. */
  SignIn in(String name) {
    return new SignIn(base, name);
  }

  /** An answer. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new AssertionError("not JSON: " + response.body(), e);
      }
    }

    /** The OAuth error, empty when there is none. */
    String error() {
      return json().path("error").asText();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** A parameter of the URL that the browser is sent to; empty when it is not there. */
    String sent(String parameter) {
      return parameters(header("Location")).getOrDefault(parameter, "");
    }
  }

  static Map<String, String> parameters(String url) {
    var query = URI.create(url).getRawQuery();
    var all = new LinkedHashMap<String, String>();
    for (var pair : (query == null ? "" : query).split("&", -1)) {
      var split = pair.split("=", 2);
      all.put(split[0], split.length == 2 ? URI.create("?" + split[1]).getQuery() : "");
    }
    return all;
  }

  /** Registers, and says the id. */
  String register(String name) {
    return register(Map.of("client_name", name, "redirect_uris", new String[] {REDIRECT}))
        .json()
        .path("client_id")
        .asText();
  }

  Answer register(Map<String, ?> metadata) {
    return json("/oauth/register", metadata);
  }

  /** What a good authorize call says. */
  static Map<String, String> question(String client) {
    var all = new LinkedHashMap<String, String>();
    all.put("client_id", client);
    all.put("redirect_uri", REDIRECT);
    all.put("response_type", "code");
    all.put("code_challenge", CHALLENGE);
    all.put("code_challenge_method", "S256");
    all.put("state", "st 1/ü");
    return all;
  }

  Answer authorize(String client) {
    return authorize(question(client));
  }

  Answer authorize(Map<String, String> parameters) {
    return send(request("/oauth/authorize?" + form(parameters)).GET());
  }

  /** What a good exchange says. */
  static Map<String, String> claim(String client, String code) {
    var all = new LinkedHashMap<String, String>();
    all.put("grant_type", "authorization_code");
    all.put("client_id", client);
    all.put("code", code);
    all.put("code_verifier", VERIFIER);
    all.put("redirect_uri", REDIRECT);
    return all;
  }

  Answer token(String client, String code) {
    return form("/oauth/token", claim(client, code));
  }

  Answer token(String client, String code, String redirectUri) {
    var claim = claim(client, code);
    claim.put("redirect_uri", redirectUri);
    return form("/oauth/token", claim);
  }

  Answer introspect(String token) {
    return form("/oauth/introspect", Map.of("token", token, "token_type_hint", "access_token"));
  }

  Answer revoke(String token) {
    return form("/oauth/revoke", Map.of("token", token, "token_type_hint", "access_token"));
  }

  Answer get(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token).GET());
  }

  Answer form(String path, Map<String, String> fields) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(fields))));
  }

  Answer json(String path, Map<String, ?> body) {
    try {
      return json(path, JSON.writeValueAsString(body));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Answer json(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(base.resolve(path));
    return world == null ? request : request.header("X-Fake-Beeper-World", world);
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + Api.encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(SocketClient.HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
