package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;

/** Compares what the document says once for all operations: versions, security, the header. */
final class HeadFacts {
  private static final String BEARER = "[{\"bearerAuth\":[]}]";

  private final FactSheets sheets;
  private final JsonNode root;
  private final Facts facts;

  HeadFacts(FactSheets sheets, DocumentView document, Facts facts) {
    this.sheets = sheets;
    this.root = document.root();
    this.facts = facts;
  }

  void compareAll() {
    var core = sheets.core();
    facts.check("document: openapi", "3.1.0", root.path("openapi").asText());
    facts.check("core: apiVersion", core.path("apiVersion"), root.at("/info/version"));
    facts.check("core: default security", BEARER, root.path("security"));
    versionHeader(core.path("versionHeader"));
    securitySchemes(core.path("securitySchemes"), root.at("/components/securitySchemes"));
    webSocket(root.path("x-fake-websocket"));
  }

  private void versionHeader(JsonNode fact) {
    var header = root.at("/components/headers").path(fact.path("name").asText());
    facts.check("core version header: type", fact.path("type"), header.at("/schema/type"));
  }

  private void securitySchemes(JsonNode known, JsonNode schemes) {
    var bearer = schemes.path("bearerAuth");
    var oauth = schemes.path("oauth2");
    var flow = oauth.path("flows").path(known.at("/oauth2/flow").asText());
    var scopes = new TreeSet<String>();
    flow.path("scopes").fieldNames().forEachRemaining(scopes::add);
    facts.check("core bearerAuth: type", known.at("/bearerAuth/type"), bearer.path("type"));
    facts.check("core bearerAuth: scheme", known.at("/bearerAuth/scheme"), bearer.path("scheme"));
    facts.check("core oauth2: type", known.at("/oauth2/type"), oauth.path("type"));
    for (var url : new String[] {"authorizationUrl", "tokenUrl"}) {
      facts.check("core oauth2: " + url, known.path("oauth2").path(url), flow.path(url));
    }
    facts.check("core oauth2: scopes", TypeFacts.texts(known.at("/oauth2/scopes")), scopes);
  }

  private void webSocket(JsonNode socket) {
    var scope = sheets.history().path("scopes").path(FactSheets.WEB_SOCKET_PATH);
    facts.check("core websocket: path", sheets.webSocket().path("path"), socket.path("path"));
    facts.check("core websocket: security", BEARER, socket.path("security"));
    facts.check("core websocket: scope", scope, socket.path("x-fake-scope"));
    facts.check(
        "core websocket: scope basis", "inferred", socket.path("x-fake-scope-basis").asText());
    EvidenceFacts.check(facts, "core websocket", socket);
  }
}
