package dev.fakebeeper.recording.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.recording.redaction.RedactionRules.Keep;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScanTest {
  private static SecretScan scan(RedactionRules rules) {
    var key = "a key".getBytes(StandardCharsets.UTF_8);
    return new Redactor(Contract.bundled(), key, rules).scan();
  }

  private final SecretScan scan = scan(RedactionRules.strict());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mail address | write to ann@miller.net",
        "mail address | write to ann%40miller.net",
        "mail address | write to &#97;nn&#x40;miller.net",
        "mail address | YW5uQG1pbGxlci5uZXQgaXMgaXQ",
        "phone number | call +49 151 1234567",
        "phone number | call (415) 234-5678",
        "address of a machine | from 192.168.1.17",
        "address of a machine | a4:83:e7:12:34:56",
        "path of a machine | in /Users/ann/x",
        "path of a file | file:///tmp/x.png",
        "payment card | 4539 1488 0343 6467",
        "private key | -----BEGIN RSA PRIVATE KEY-----",
        "JSON web token | eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
        "token of Slack | xoxb-123456789012-abcdef",
        "token of GitHub | ghp_0123456789abcdefghij0123456789abcdef",
        "key of AWS | AKIAIOSFODNN7EXAMPLE",
        "bearer token | Authorization: Bearer abc.def-ghi",
        "token by its name | /x?access_token=abcdefg",
        "password in a URL | https://ann:pw@x.example.com/",
        "long random text | 0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R"
      })
  void secrets_are_known_by_their_looks(String kind, String text) {
    assertThatThrownBy(() -> scan.check("a.txt", "first\n" + text))
        .isInstanceOfSatisfying(
            SecretFoundException.class,
            found -> {
              assertThat(found.kind()).isEqualTo(kind);
              assertThat(found.file()).isEqualTo("a.txt");
              assertThat(found.place()).isEqualTo("line 2");
              assertThat(found.getMessage()).doesNotContain(text);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-06-03T09:15:42.118+02:00",
        "Bearer redacted-token-12",
        "?access_token=redacted-token-3",
        "@155501234567:local-whatsapp.localhost",
        "+15550123456 and (212) 555-0123",
        "abc.def@example.com",
        "http://127.0.0.1:23373/v1/chats and http://[::1]:1/",
        "file:///media/file-abcdefghijkl.png",
        "bytes 0-99/12345678901",
        "4.3.89",
        "123e4567-e89b-12d3-a456-426614174000",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "urlPathTemplate matchesJsonSchema equalToJson",
        "Wed, 03 Jun 2026 09:15:42 GMT"
      })
  void what_a_recording_is_made_of_passes(String text) {
    scan.check("a.txt", text);
    scan.check("a.json", "{\"a\":[\"" + text + "\"]}");
  }

  @Test
  void a_secret_in_json_is_told_by_its_pointer_and_line_and_a_key_that_is_one_is_not_told() {
    assertThatThrownBy(
            () ->
                scan.check("m.json", "{\"response\":\n {\"items\":[1,\"\\u0061nn@miller.net\"]}}"))
        .hasMessage(
            "m.json line 2, /response/items/1 still looks like a secret (mail address), so the file was not written."
                + " Scrub it with a pattern, or tell us how it came there.");
    assertThatThrownBy(() -> scan.check("m.json", "{\"a\":{\"ann@miller.net\":{\"b\":1}}}"))
        .hasMessageStartingWith("m.json line 1, /a/* still looks like a secret (mail address)");
  }

  @Test
  void each_line_of_json_lines_is_looked_at_as_json() {
    assertThatThrownBy(
            () -> scan.check("0001.jsonl", "{\"a\":1}\n{\"text\":\"ann\\u0040miller.net\"}\n"))
        .hasMessageStartingWith("0001.jsonl line 2, /text still looks");
  }

  @Test
  void what_the_user_scrubs_is_refused_when_it_comes_in_another_way() {
    var scrubbing = scan(RedactionRules.strict().scrubbing(List.of(Pattern.compile("Bluebird"))));

    assertThatThrownBy(() -> scrubbing.check("a.json", "{\"name\":\"Bluebird\"}"))
        .hasMessageContaining("text to be scrubbed");
  }

  @Test
  void readable_parts_of_bytes_are_looked_at_unless_bytes_may_stay() {
    var bytes = "\0\0\u0001ann@miller.net\0".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> scan.check("a.bin", bytes)).hasMessageContaining("byte 3");
    scan(RedactionRules.strict().keeping(Keep.BYTES)).check("a.bin", bytes);
  }
}
