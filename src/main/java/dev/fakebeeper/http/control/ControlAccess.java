package dev.fakebeeper.http.control;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.control.journal.DiagnosisCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the control API. With a control token: whoever sends it. Without one the server
 * listens on loopback only, so whoever reaches it is on this machine; but a web page could have
 * itself looked up as 127.0.0.1 (DNS rebinding) and then call it as its own server, so the {@code
 * Host} header must name this machine. Thread-safe.
 */
public final class ControlAccess {
  /** Carries the control token where {@code Authorization} is taken. */
  public static final String TOKEN_HEADER = "X-Fake-Beeper-Control-Token";

  private static final String SCHEME = "Bearer ";

  /** A name that resolves to loopback everywhere, or a loopback address; then perhaps a port. */
  private static final Pattern LOCAL =
      Pattern.compile(
          "(?:(?:[a-z0-9-]+\\.)*localhost\\.?|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d+)?");

  private final @Nullable String token;
  private final String host;

  private ControlAccess(@Nullable String token, String host) {
    this.token = token;
    this.host = host;
  }

  /** Everybody on this machine, by a loopback name or the one that the server listens on. */
  public static ControlAccess local(String host) {
    return new ControlAccess(null, host.toLowerCase(Locale.ROOT));
  }

  /** Whoever sends a token. */
  public static ControlAccess withToken(String token) {
    return new ControlAccess(token, "");
  }

  /** Why a request is refused; empty when it is not. */
  public Optional<Problem> refusal(ApiRequest request) {
    return token == null ? hostRefusal(request.headers()) : tokenRefusal(request.headers(), token);
  }

  private Optional<Problem> hostRefusal(HttpHeaders headers) {
    var named = headers.first("Host").map(text -> text.toLowerCase(Locale.ROOT));
    if (named.isEmpty() || isThisMachine(named.get())) {
      return Optional.empty(); // only HTTP/1.0 names no host, and no browser speaks that
    }
    return Optional.of(
        Problem.of(
            403,
            DiagnosisCode.CONTROL_HOST_REFUSED,
            "The request says that it is for the host %s, which is not this machine; a web page could do that to call the control API."
                .formatted(named.get()),
            "Ask for localhost or 127.0.0.1, or start the fake with a control token and send that."));
  }

  private boolean isThisMachine(String named) {
    return LOCAL.matcher(named).matches() || named.replaceFirst(":\\d+$", "").equals(host);
  }

  private static Optional<Problem> tokenRefusal(HttpHeaders headers, String token) {
    var given =
        headers
            .first(TOKEN_HEADER)
            .or(
                () ->
                    headers
                        .first("Authorization")
                        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                        .map(value -> value.substring(SCHEME.length()).strip()));
    if (given.isPresent() && isSame(given.get(), token)) {
      return Optional.empty();
    }
    var why = given.isPresent() ? "another one came" : "none came";
    return Optional.of(
        Problem.of(
            401,
            DiagnosisCode.CONTROL_TOKEN_REFUSED,
            "The control API of this fake asks for its own token, and %s with the request."
                .formatted(why),
            "Send \"Authorization: Bearer\" or %s with the control token that the fake printed at start; --control-token sets it."
                .formatted(TOKEN_HEADER)));
  }

  /** Takes the same time wherever the two differ. */
  private static boolean isSame(String given, String token) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }
}
