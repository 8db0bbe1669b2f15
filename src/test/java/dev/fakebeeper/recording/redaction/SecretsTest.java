package dev.fakebeeper.recording.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.recording.redaction.Secrets.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}");
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

  private static Random random() {
    long seed = Long.getLong("fake.seed", System.nanoTime());
    System.out.println("SecretsTest: -Dfake.seed=" + seed);
    return new Random(seed);
  }

  @Test
  void no_secret_of_any_kind_comes_out_of_any_place() {
    var random = random();
    var secrets = Secrets.ofEachKind(random);
    var places = Plantings.all();
    var leaks = new ArrayList<String>();

    for (var secret : secrets) {
      var redactor = redactor(random);
      places.forEach(
          (place, planting) ->
              found(secret, planting.left(secret.text(), redactor))
                  .forEach(needle -> leaks.add(secret + " at " + place + ": " + needle)));
    }

    assertThat(secrets).hasSizeGreaterThanOrEqualTo(40);
    assertThat(places).hasSizeGreaterThanOrEqualTo(40);
    assertThat(leaks).isEmpty();
  }

  @Test
  void what_comes_out_passes_the_last_scan() {
    var random = random();
    var refused = new ArrayList<String>();

    for (var secret : Secrets.ofEachKind(random)) {
      var redactor = redactor(random);
      Plantings.all()
          .forEach(
              (place, planting) -> {
                var left = planting.left(secret.text(), redactor);
                try {
                  redactor.scan().check(place, left);
                } catch (SecretFoundException e) {
                  refused.add(secret + " at " + place + ": " + e.kind() + "\n" + left);
                }
              });
    }

    assertThat(refused).isEmpty();
  }

  @Test
  void the_last_scan_refuses_every_secret_that_was_seen() {
    var random = random();
    var missed = new ArrayList<String>();
    var secrets = new ArrayList<>(Secrets.ofEachKind(random));
    secrets.removeIf(secret -> secret.text().length() < 8); // such texts stand everywhere

    for (var secret : secrets) {
      var redactor = redactor(random);
      Plantings.all().get("body: text").left(secret.text(), redactor);
      try {
        redactor.scan().check("mapping.json", "{\"a\":[\"before " + json(secret) + " behind\"]}");
        missed.add(secret.kind());
      } catch (SecretFoundException e) {
        assertThat(e).hasMessageStartingWith("mapping.json line 1, /a/0 still looks like a secret");
        assertThat(found(secret, e.getMessage() + e.place() + e.kind() + e.file())).isEmpty();
        assertThat(e).hasNoCause();
      }
    }

    assertThat(missed).isEmpty();
  }

  private static String json(Secret secret) {
    return secret.text().replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static Redactor redactor(Random random) {
    var key = new byte[32];
    random.nextBytes(key);
    return new Redactor(Contract.bundled(), key, RedactionRules.strict());
  }

  private static List<String> found(Secret secret, String left) {
    var forms = forms(left);
    return secret.needles().stream()
        .filter(
            needle ->
                forms.stream()
                    .anyMatch(
                        form ->
                            form.contains(needle)
                                || form.toLowerCase(Locale.ROOT)
                                    .contains(needle.toLowerCase(Locale.ROOT))))
        .toList();
  }

  /** A text and all that it may be the encoding of, twice over. */
  private static Set<String> forms(String text) {
    var forms = new LinkedHashSet<String>(List.of(text));
    for (int depth = 0; depth < 2; depth++) {
      for (var form : List.copyOf(forms)) {
        forms.add(percentDecoded(form));
        forms.add(UNICODE.matcher(form).replaceAll(SecretsTest::unescaped));
        forms.add(form.replace("&amp;", "&").replace("&lt;", "<").replace("&quot;", "\""));
        forms.add(form.replace("\\\"", "\"").replace("\\\\", "\\"));
        BASE64.matcher(form).results().forEach(run -> addDecoded(run.group(), forms));
      }
    }
    return forms;
  }

  private static String unescaped(java.util.regex.MatchResult found) {
    return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16)));
  }

  private static String percentDecoded(String text) {
    return PERCENT
        .matcher(text)
        .replaceAll(
            found -> {
              var bytes = new byte[found.group().length() / 3];
              for (int i = 0; i < bytes.length; i++) {
                bytes[i] =
                    (byte) Integer.parseInt(found.group().substring(i * 3 + 1, i * 3 + 3), 16);
              }
              return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
            });
  }

  private static void addDecoded(String run, Set<String> forms) {
    var url = run.replace('+', '-').replace('/', '_');
    var whole = url.substring(0, url.length() % 4 == 1 ? url.length() - 1 : url.length());
    forms.add(new String(Base64.getUrlDecoder().decode(whole), StandardCharsets.UTF_8));
  }
}
