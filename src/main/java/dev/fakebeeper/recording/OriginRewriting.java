package dev.fakebeeper.recording;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.HttpHeaders;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts one address of an app in place of others, wherever a message names it: apps write their own
 * address into their answers (the info document, OAuth metadata, links to files), and clients send
 * it back. Recognised with http, https, ws and wss, plainly and percent-encoded. Immutable and safe
 * for use by many threads.
 */
public final class OriginRewriting {
  /** What stands in a recording for the app, wherever it ran: the address that clients know. */
  public static final URI RECORDED = URI.create("http://localhost:23373");

  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
  private static final String NAME_GOES_ON = "(?![A-Za-z0-9.:-]|%3[Aa])";

  private final Pattern plain;
  private final Pattern encoded;
  private final Pattern port;
  private final URI target;

  private OriginRewriting(Collection<String> authorities, Collection<Integer> ports, URI target) {
    this.target = target;
    port = Pattern.compile("(\"port\"\\s*:\\s*)(?:" + alternatives(ports) + ")(?![0-9.eE])");
    var longestFirst =
        authorities.stream().sorted((a, b) -> Integer.compare(b.length(), a.length())).toList();
    plain = pattern("(https?|wss?)://", longestFirst);
    encoded =
        pattern(
            "(https?|wss?)%3[Aa]%2[Ff]%2[Ff]",
            longestFirst.stream().map(OriginRewriting::encode).toList());
  }

  private static String alternatives(Collection<Integer> ports) {
    return ports.stream().map(String::valueOf).collect(Collectors.joining("|"));
  }

  private static int portOf(URI origin) {
    int standard = origin.getScheme().equals("https") ? 443 : 80;
    return origin.getPort() < 0 ? standard : origin.getPort();
  }

  private static Pattern pattern(String scheme, List<String> authorities) {
    var any = authorities.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile("(?i)" + scheme + "(?:" + any + ")" + NAME_GOES_ON);
  }

  /**
   * A rewriting.
   *
   * @param origins the addresses to recognise; one of this machine stands for all its names
   * @param target scheme, host and port to put in their place
   */
  public static OriginRewriting of(Collection<URI> origins, URI target) {
    var authorities = new LinkedHashSet<String>();
    origins.forEach(origin -> addNames(origin, authorities));
    var ports = origins.stream().map(OriginRewriting::portOf).distinct().toList();
    return new OriginRewriting(authorities, ports, target);
  }

  private static void addNames(URI origin, Collection<String> authorities) {
    var host = origin.getHost().toLowerCase(Locale.ROOT);
    for (var name : LOOPBACK.contains(host) ? LOOPBACK : List.of(host)) {
      if (origin.getPort() >= 0) {
        authorities.add(name + ":" + origin.getPort());
      } else {
        authorities.add(name);
        authorities.add(name + (origin.getScheme().equals("https") ? ":443" : ":80"));
      }
    }
  }

  private static String encode(String authority) {
    return URLEncoder.encode(authority, StandardCharsets.UTF_8);
  }

  /** The text with the other address. */
  public String text(String text) {
    if (text.indexOf("://") < 0 && text.indexOf('%') < 0) {
      return text;
    }
    var first =
        plain
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(target(found.group(1), "://")));
    return encoded
        .matcher(first)
        .replaceAll(found -> Matcher.quoteReplacement(target(found.group(1), "%3A%2F%2F")));
  }

  private String target(String scheme, String separator) {
    boolean isSocket = scheme.toLowerCase(Locale.ROOT).startsWith("ws");
    boolean isSafe = target.getScheme().equals("https");
    var wanted = (isSocket ? "ws" : "http") + (isSafe ? "s" : "");
    var authority = separator.equals("://") ? target.getAuthority() : encode(target.getAuthority());
    return wanted + separator + authority;
  }

  /** The request with the other address in its query and its body. */
  public ApiRequest request(ApiRequest request) {
    var query = request.rawQuery();
    return new ApiRequest(
        request.method(),
        request.rawPath(),
        query == null ? null : text(query),
        request.headers(),
        body(request.headers(), request.body()),
        request.parts());
  }

  /** The answer with the other address in its body and in the header Location. */
  public RecordedAnswer answer(RecordedAnswer answer) {
    var headers = answer.headers();
    var location = headers.first("Location");
    if (location.isPresent()) {
      headers = withLocation(headers, text(location.get()));
    }
    return new RecordedAnswer(answer.status(), headers, body(headers, answer.body()));
  }

  private static HttpHeaders withLocation(HttpHeaders headers, String location) {
    Map<String, List<String>> all = new LinkedHashMap<>(headers.asMap());
    all.replaceAll(
        (name, values) -> name.equalsIgnoreCase("Location") ? List.of(location) : values);
    return HttpHeaders.of(all);
  }

  private byte[] body(HttpHeaders headers, byte[] body) {
    var type = headers.first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    boolean isText =
        type.contains("json")
            || type.contains("xml")
            || type.contains("form-urlencoded")
            || type.startsWith("text/");
    if (body.length == 0 || !isText) {
      return body;
    }
    var text = StoredBodies.textOrNull(body);
    if (text == null) {
      return body;
    }
    var rewritten = text(text);
    if (rewritten.equals(text)) {
      return body;
    }
    // The info document tells the port once more, as a number beside the addresses.
    var whole = port.matcher(rewritten).replaceAll("$1" + portOf(target));
    return whole.getBytes(StandardCharsets.UTF_8);
  }
}
