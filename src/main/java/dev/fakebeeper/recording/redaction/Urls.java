package dev.fakebeeper.recording.redaction;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives URLs and paths of files other ones: the scheme and the number of steps stay, hosts and
 * steps become pseudonyms, queries of foreign hosts go. This machine, and the two public hosts that
 * links of the API name, stay. Safe for use by many threads.
 */
final class Urls {
  private static final Pattern URL =
      Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?<rest>.*)", Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "//(?:[^/?#]*@)?(?<host>\\[[^\\]/?#]*\\]|[^:/?#]*)(?<port>:[0-9]{1,5})?"
              + "(?<path>[^?#]*)(?:\\?(?<query>[^#]*))?(?:#(?<fragment>.*))?",
          Pattern.DOTALL);
  private static final Pattern PATH =
      Pattern.compile("(/|~/|\\\\\\\\|[A-Za-z]:[/\\\\]).*", Pattern.DOTALL);
  private static final Pattern EXTENSION =
      Pattern.compile(".*\\.([A-Za-z0-9]{1,5})", Pattern.DOTALL);
  private static final Set<String> WEB = Set.of("http", "https", "ws", "wss");
  private static final Set<String> PUBLIC = Set.of("matrix.to", "beeper.com");
  private static final Set<String> EXTENSIONS =
      Set.of(
          "png", "jpg", "jpeg", "gif", "webp", "heic", "svg", "mp4", "mov", "webm", "mp3", "m4a",
          "ogg", "oga", "opus", "wav", "pdf", "txt", "zip", "doc", "docx", "xls", "xlsx", "csv",
          "json", "html", "vcf", "bin", "ico");

  private final Keyed keyed;
  private final Identifiers identifiers;
  private final Phones phones;
  private final Tokens tokens;
  private final Set<String> pathWords;

  /** The small redactions that URLs are made of. */
  record Parts(Keyed keyed, Identifiers identifiers, Phones phones, Tokens tokens) {}

  Urls(Parts parts, Set<String> pathWords) {
    keyed = parts.keyed();
    identifiers = parts.identifiers();
    phones = parts.phones();
    tokens = parts.tokens();
    this.pathWords = pathWords;
  }

  /** Whether a text is a URL, by its beginning. */
  static boolean isUrl(String text) {
    return text.matches("(?s)(?i)(https?|wss?|file|mxc|localmxc|data|mailto|tel):.+");
  }

  /** The URL or path that stands for one; for any other text, an id. */
  String url(String url) {
    if (PATH.matcher(url).matches()) {
      return path(url);
    }
    var parts = URL.matcher(url);
    if (!parts.matches()) {
      return identifiers.id(url);
    }
    var scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
    var rest = parts.group("rest");
    return switch (scheme) {
      case "file" -> "file://" + path(rest);
      case "data" -> data(rest);
      case "mailto" -> "mailto:" + identifiers.mail(rest);
      case "tel" -> "tel:" + phones.number(rest);
      case "mxc", "localmxc" -> scheme + ":" + media(rest);
      default -> WEB.contains(scheme) ? scheme + ":" + web(rest) : identifiers.id(url);
    };
  }

  /** The path of a file on the machine of the app: nothing of it stays but the extension. */
  String path(String path) {
    return "/media/" + file(path);
  }

  /** The name that stands for the name of a file. */
  String file(String name) {
    return "file-" + keyed.label("file", name, 12) + extension(name);
  }

  private static String extension(String name) {
    var found = EXTENSION.matcher(name);
    if (!found.matches()) {
      return "";
    }
    var extension = found.group(1).toLowerCase(Locale.ROOT);
    return EXTENSIONS.contains(extension) ? "." + extension : "";
  }

  private static String data(String rest) {
    var type =
        MediaTypes.known(rest.substring(0, Math.max(0, rest.indexOf(','))).split(";", -1)[0]);
    return "data:" + type + ",redacted";
  }

  private String media(String rest) {
    int end = rest.replaceAll("[?#].*", "").length();
    var more = rest.substring(end);
    return identifiers.id(rest.substring(0, end))
        + (more.isEmpty() ? "" : "?" + keyed.label("media", more, 8));
  }

  private String web(String rest) {
    var parts = AUTHORITY.matcher(rest);
    if (!parts.matches()) {
      return "//" + keyed.label("host", rest, 8) + ".example.com/";
    }
    var host = parts.group("host");
    boolean isOurs = isLoopback(host);
    var port = parts.group("port") == null || !isOurs ? "" : parts.group("port");
    return "//"
        + host(host)
        + port
        + steps(parts.group("path"))
        + (parts.group("query") == null ? "" : "?" + query(parts.group("query"), isOurs))
        + (parts.group("fragment") == null ? "" : "#" + steps(parts.group("fragment")));
  }

  static boolean isLoopback(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.equals("[::1]")
        || name.equals("::1")
        || name.matches("127(\\.[0-9]{1,3}){3}");
  }

  /** The host that stands for a host. */
  String host(String host) {
    if (host.isEmpty() || isLoopback(host) || PUBLIC.contains(host)) {
      return host;
    }
    return keyed.label("host", host.toLowerCase(Locale.ROOT), 8) + ".example.com";
  }

  private String steps(String path) {
    return Arrays.stream(path.split("/", -1)).map(this::step).collect(Collectors.joining("/"));
  }

  private String step(String raw) {
    var step = Pairs.decoded(raw);
    if (pathWords.contains(step)) {
      return raw;
    }
    var extension = extension(step);
    var name = step.substring(0, step.length() - extension.length());
    return encodedLike(raw, identifiers.id(name)) + extension;
  }

  private String query(String query, boolean isOurs) {
    return isOurs ? Pairs.rewritten(query, this::pair) : "q=" + keyed.label("query", query, 8);
  }

  private Map.Entry<String, String> pair(Map.Entry<String, String> pair) {
    var name = pair.getKey();
    var shown = Vocabulary.isName(name) ? name : identifiers.id(name);
    return Map.entry(shown, value(name, pair.getValue()));
  }

  private String value(String name, String value) {
    if (Tokens.isName(name)) {
      return tokens.token(value);
    }
    return isUrl(value) ? url(value) : identifiers.id(value);
  }

  /** A step of a path, percent-encoded if the one it stands for was. */
  static String encodedLike(String raw, String step) {
    return raw.indexOf('%') >= 0 ? encoded(step) : bare(encoded(step));
  }

  private static String bare(String encoded) {
    return encoded
        .replace("%21", "!")
        .replace("%24", "$")
        .replace("%3A", ":")
        .replace("%3B", ";")
        .replace("%3D", "=")
        .replace("%40", "@")
        .replace("%2C", ",");
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
