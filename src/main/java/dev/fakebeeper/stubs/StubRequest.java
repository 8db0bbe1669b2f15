package dev.fakebeeper.stubs;

import com.github.tomakehurst.wiremock.common.Urls;
import com.github.tomakehurst.wiremock.http.ContentTypeHeader;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.multipart.PartParser;
import dev.fakebeeper.contract.ApiRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as WireMock looks at it. WireMock's own immutable request knows no cookies, form fields
 * or parts, and fails on an absent query parameter. Immutable.
 */
final class StubRequest implements Request {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern SEMICOLON = Pattern.compile(";");

  private final ApiRequest request;
  private final URI base;
  private final String url;
  private final HttpHeaders headers;
  private final Map<String, QueryParameter> query;

  /**
   * A request as it came in.
   *
   * @param base scheme, host and port under which the client reached us
   */
  StubRequest(ApiRequest request, URI base) {
    this.request = request;
    this.base = base;
    url = SafeUrl.of(request.rawPath(), request.rawQuery());
    headers = new HttpHeaders(headers(request));
    query = Urls.splitQueryFromUrl(url);
  }

  private static List<HttpHeader> headers(ApiRequest request) {
    var all = new ArrayList<HttpHeader>();
    request.headers().asMap().forEach((name, values) -> all.add(new HttpHeader(name, values)));
    return all;
  }

  @Override
  public String getUrl() {
    return url;
  }

  @Override
  public String getAbsoluteUrl() {
    return base + url;
  }

  @Override
  public RequestMethod getMethod() {
    return RequestMethod.fromString(request.method());
  }

  @Override
  public String getScheme() {
    return base.getScheme();
  }

  @Override
  public String getHost() {
    return base.getHost();
  }

  @Override
  public int getPort() {
    return base.getPort();
  }

  /** The contract's request does not tell, and nothing here is decided by it. */
  @Override
  public String getClientIp() {
    return "127.0.0.1";
  }

  @Override
  public @Nullable String getHeader(String key) {
    return request.headers().first(key).orElse(null);
  }

  @Override
  public HttpHeader header(String key) {
    return headers.getHeader(key);
  }

  @Override
  public ContentTypeHeader contentTypeHeader() {
    return headers.getContentTypeHeader();
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }

  @Override
  public boolean containsHeader(String key) {
    return request.headers().first(key).isPresent();
  }

  @Override
  public Set<String> getAllHeaderKeys() {
    return headers.keys();
  }

  @Override
  public QueryParameter queryParameter(String key) {
    return query.getOrDefault(key, QueryParameter.absent(key));
  }

  @Override
  public FormParameter formParameter(String key) {
    return formParameters().getOrDefault(key, FormParameter.absent(key));
  }

  @Override
  public Map<String, FormParameter> formParameters() {
    if (!hasMediaType(FORM)) {
      return Map.of();
    }
    var all = new HashMap<String, FormParameter>();
    Urls.splitQuery(getBodyAsString())
        .forEach((name, field) -> all.put(name, new FormParameter(name, field.values())));
    return all;
  }

  /** One cookie may come several times; a name without a value is none. */
  @Override
  public Map<String, Cookie> getCookies() {
    var values = new HashMap<String, List<String>>();
    request.headers().all("Cookie").stream()
        .flatMap(SEMICOLON::splitAsStream)
        .forEach(pair -> addCookie(pair, values));
    var cookies = new HashMap<String, Cookie>();
    values.forEach((name, all) -> cookies.put(name, new Cookie(name, all)));
    return cookies;
  }

  private static void addCookie(String pair, Map<String, List<String>> values) {
    int equals = pair.indexOf('=');
    if (equals > 0) {
      var name = pair.substring(0, equals).strip();
      values
          .computeIfAbsent(name, first -> new ArrayList<>())
          .add(pair.substring(equals + 1).strip());
    }
  }

  @Override
  public byte[] getBody() {
    return request.body();
  }

  @Override
  public String getBodyAsString() {
    return new String(request.body(), StandardCharsets.UTF_8);
  }

  @Override
  public String getBodyAsBase64() {
    return Base64.getEncoder().encodeToString(request.body());
  }

  /** By what the edge found: a body that only calls itself multipart has no parts. */
  @Override
  public boolean isMultipart() {
    return !request.parts().isEmpty();
  }

  @Override
  public Collection<Part> getParts() {
    return isMultipart() ? PartParser.parseFrom(this) : List.of();
  }

  @Override
  public @Nullable Part getPart(String name) {
    return getParts().stream().filter(part -> part.getName().equals(name)).findFirst().orElse(null);
  }

  @Override
  public boolean isBrowserProxyRequest() {
    return false;
  }

  @Override
  public Optional<Request> getOriginalRequest() {
    return Optional.empty();
  }

  @Override
  public String getProtocol() {
    return "HTTP/1.1";
  }

  private boolean hasMediaType(String wanted) {
    return request
        .headers()
        .first("Content-Type")
        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(wanted))
        .isPresent();
  }
}
