package dev.fakebeeper.recording.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.TextKind;
import dev.fakebeeper.contract.TextRule;
import dev.fakebeeper.recording.redaction.RedactionRules.Keep;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {
  private static final String ALL =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private final Pseudonyms pseudonyms = pseudonyms("a key", RedactionRules.strict());

  private static Pseudonyms pseudonyms(String key, RedactionRules rules) {
    var surroundings =
        new Pseudonyms.Surroundings(
            Contract.bundled().texts().pathWords(), new Tally(), new KnownValues(text -> false));
    return new Pseudonyms(key.getBytes(StandardCharsets.UTF_8), rules, surroundings);
  }

  private String made(TextKind kind, String text) {
    return pseudonyms.text(new TextRule(kind, Set.of()), text);
  }

  private static Random random() {
    long seed = Long.getLong("fake.seed", System.nanoTime());
    System.out.println("PseudonymsTest: -Dfake.seed=" + seed);
    return new Random(seed);
  }

  private static String some(Random random, String from, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(from.charAt(random.nextInt(from.length())));
    }
    return text.toString();
  }

  private static String shape(String text) {
    return text.replaceAll("[0-9]", "0").replaceAll("[a-z]", "a").replaceAll("[A-Z]", "A");
  }

  @Test
  void two_ids_are_the_same_after_if_and_only_if_they_were_before() {
    var random = random();
    var ids = new TreeSet<String>();
    for (int i = 0; i < 20_000; i++) {
      ids.add("!" + some(random, ALL, 2 + random.nextInt(60)) + ":beeper.com");
    }

    var made = new HashMap<String, String>();
    for (var id : ids) {
      var pseudonym = made(TextKind.IDENTIFIER, id);
      assertThat(made.put(pseudonym, id)).as("same as that of " + id).isNull();
      assertThat(made(TextKind.IDENTIFIER, id)).isEqualTo(pseudonym);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!q7Lm2xVt:beeper.com",
        "!b3kk:ba_Xy12.local-whatsapp.localhost",
        "slackgo.T0AB-U0CD",
        "local-whatsapp_ba_Xy12",
        "@whatsapp_lid-8122:beeper.local",
        "@discord_22158:beeper.com",
        "$kJdq81:beeper.com"
      })
  void ids_keep_their_shape_and_the_words_of_all_ids(String id) {
    var made = made(TextKind.IDENTIFIER, id);

    assertThat(shape(made)).isEqualTo(shape(id));
    assertThat(made).isNotEqualTo(id);
    for (var word : List.of("beeper.com", "whatsapp", "localhost", "slackgo", "discord", "local")) {
      assertThat(made.contains(word)).isEqualTo(id.contains(word));
    }
  }

  @Test
  void parts_that_join_ids_still_do() {
    var account = made(TextKind.IDENTIFIER, "local-whatsapp_ba_Xy12");
    var person = made(TextKind.IDENTIFIER, "@15551230000:local-whatsapp.localhost");
    var phone = made(TextKind.PHONE, "+1 (555) 123-0000");
    var chat = made(TextKind.IDENTIFIER, "imsg##thread:any;-;+15551230000");

    assertThat(made(TextKind.IDENTIFIER, "ba_Xy12"))
        .isEqualTo(account.substring("local-whatsapp_".length()));
    assertThat(phone).matches("\\+155501[0-9]{5}");
    assertThat(person).isEqualTo("@" + phone.substring(1) + ":local-whatsapp.localhost");
    assertThat(chat).isEqualTo("imsg##thread:any;-;" + phone);
  }

  @Test
  void another_key_makes_other_pseudonyms_and_the_same_key_the_same() {
    var rule = new TextRule(TextKind.IDENTIFIER, Set.of());
    var again = pseudonyms("a key", RedactionRules.strict());
    var other = pseudonyms("another key", RedactionRules.strict());

    for (var id : List.of("!q7Lm2xVtkP:beeper.com", "cli_7d10aa", "@annmiller:beeper.com")) {
      assertThat(again.text(rule, id)).isEqualTo(made(TextKind.IDENTIFIER, id));
      assertThat(other.text(rule, id)).isNotEqualTo(made(TextKind.IDENTIFIER, id));
    }
    assertThat(RedactionRules.newKey()).isNotEqualTo(RedactionRules.newKey());
  }

  @Test
  void sort_keys_keep_their_width_order_and_distance() {
    var random = random();
    for (int width = 1; width <= 18; width++) {
      var least = BigInteger.TEN.pow(width - 1);
      for (int i = 0; i < 200; i++) {
        var one =
            least.add(new BigInteger(width * 3, random).mod(least.multiply(BigInteger.valueOf(8))));
        var next = one.add(BigInteger.ONE);

        var made = made(TextKind.ORDINAL, one.toString());
        var after = made(TextKind.ORDINAL, next.toString());

        assertThat(made).hasSize(width);
        assertThat(new BigInteger(after).subtract(new BigInteger(made)).signum()).isPositive();
        if (width != 13) { // of these some are times, which stay
          assertThat(new BigInteger(after)).isEqualTo(new BigInteger(made).add(BigInteger.ONE));
        }
      }
    }
    assertThat(made(TextKind.ORDINAL, "612340072192")).isNotEqualTo("612340072192");
    assertThat(made(TextKind.ORDINAL, "880417")).isEqualTo("880417");
    assertThat(made(TextKind.CURSOR, "612340072192"))
        .isEqualTo(made(TextKind.ORDINAL, "612340072192"));
    assertThat(made(TextKind.CURSOR, "1780478142118")).isEqualTo("1780478142118");
  }

  @Test
  void cursors_name_the_same_places_as_before() {
    var chat = "!q7Lm2xVt:beeper.com";
    var two = "1780478142118|" + base64(chat);
    var lines = "1780478142118|" + base64(chat + "\n612340072192");
    var json = base64("{\"ts\":\"1780478142118\",\"id\":\"" + chat + "\"}");
    var person = base64("{\"name\":\"Bo Larch\",\"user\":\"@bolarch:beeper.com\"}");

    var made = made(TextKind.IDENTIFIER, chat);

    assertThat(made(TextKind.CURSOR, two)).isEqualTo("1780478142118|" + base64(made));
    assertThat(made(TextKind.CURSOR, lines))
        .isEqualTo("1780478142118|" + base64(made + "\n" + made(TextKind.ORDINAL, "612340072192")));
    assertThat(made(TextKind.CURSOR, json))
        .isEqualTo(base64("{\"ts\":\"1780478142118\",\"id\":\"" + made + "\"}"));
    assertThat(made(TextKind.CURSOR, person))
        .isEqualTo(
            base64(
                "{\"name\":\"%s\",\"user\":\"%s\"}"
                    .formatted(
                        made(TextKind.NAME, "Bo Larch"),
                        made(TextKind.IDENTIFIER, "@bolarch:beeper.com"))));
  }

  private static String base64(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void each_name_becomes_a_name_of_its_own() {
    var made = new HashMap<String, String>();
    for (int i = 0; i < 5_000; i++) {
      var name = "Zoë Nr " + i;
      assertThat(made.put(made(TextKind.NAME, name), name)).isNull();
    }
    assertThat(made(TextKind.NAME, "Bo")).doesNotContain(" ");
    assertThat(made(TextKind.NAME, "Bo")).isEqualTo(made(TextKind.NAME, "Bo"));
    assertThat(made(TextKind.NAME, "")).isEmpty();
  }

  @Test
  void a_name_that_is_an_id_a_number_or_an_address_becomes_what_it_becomes_there() {
    for (var id : List.of("@annmiller:beeper.com", "+491511234567", "ann@miller.net")) {
      assertThat(made(TextKind.NAME, id)).isEqualTo(made(TextKind.IDENTIFIER, id));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://127.0.0.1:23373/v1/info | http://127\\.0\\.0\\.1:23373/v1/info",
        "http://[::1]:23373/v1/ws | http://\\[::1\\]:23373/v1/ws",
        "https://ann:pw@cdn.net:81/u/a.png?k=1#x | https://[a-z]{8}\\.example\\.com/u/a\\.png\\?q=[a-z]{8}#x",
        "mxc://beeper.com/aBcDe12 | mxc://beeper\\.com/[a-zA-Z0-9]{7}",
        "file:///Users/ann/x/IMG_1.JPG | file:///media/file-[a-z]{12}\\.jpg",
        "/home/ann/x.tar | /media/file-[a-z]{12}",
        "C:\\Users\\ann\\a.png | /media/file-[a-z]{12}\\.png",
        "data:image/png;base64,iVBORw0KGgo= | data:image/png,redacted",
        "mailto:ann@miller.net | mailto:[a-z]{8}\\.[a-z]{6}@example\\.com",
        "tel:+49 151 1234567 | tel:\\+155501[0-9]{6}",
        "https://matrix.to/#/@ann:beeper.com | https://matrix\\.to/#/@[a-z]{3}:beeper\\.com"
      })
  void urls_keep_their_form(String url, String form) {
    assertThat(made(TextKind.URL, url)).matches(form);
  }

  @Test
  void an_id_in_a_url_and_one_in_the_url_within_it_is_the_same_as_elsewhere() {
    var asset = made(TextKind.URL, "mxc://beeper.com/aBcDe12");
    var chat = made(TextKind.IDENTIFIER, "!q7Lm2xVt:beeper.com");

    assertThat(
            made(
                TextKind.URL,
                "http://localhost:1/v1/assets/serve?url=mxc%3A%2F%2Fbeeper.com%2FaBcDe12"))
        .isEqualTo("http://localhost:1/v1/assets/serve?url=" + Urls.encoded(asset));
    assertThat(made(TextKind.URL, "http://localhost:1/v1/chats/%21q7Lm2xVt%3Abeeper.com"))
        .isEqualTo("http://localhost:1/v1/chats/" + Urls.encoded(chat));
  }

  @Test
  void text_keeps_lines_tags_emoji_mentions_and_about_its_length() {
    var person = made(TextKind.IDENTIFIER, "@annmiller:beeper.com");
    var name = made(TextKind.NAME, "Ann Miller");
    var text =
        "Dear all,\nthe ferry leaves at <b>six</b> 🚢\n"
            + "<a href=\"https://matrix.to/#/@annmiller:beeper.com\">Ann Miller</a> @room";

    var made = made(TextKind.TEXT, text);

    assertThat(made.lines()).hasSize(3);
    assertThat(made).containsPattern("<b>[a-z]+</b> ?🚢");
    assertThat(made).contains("<a href=\"https://matrix.to/#/" + person + "\">" + name + "</a>");
    assertThat(made).endsWith("@room");
    assertThat(made).doesNotContain("ferry", "Dear", "Ann");
    assertThat(made(TextKind.TEXT, "")).isEmpty();
    assertThat(made(TextKind.TEXT, "word ".repeat(100)).split(" ")).hasSize(144);
  }

  @Test
  void text_may_stay_without_what_is_told_by_its_shape() {
    var kept = pseudonyms("a key", RedactionRules.strict().keeping(Keep.TEXT));
    var rule = new TextRule(TextKind.TEXT, Set.of());

    var made =
        kept.text(
            rule,
            "Call +49 151 1234567 or ann@miller.net, see https://miller.net/x and /Users/ann/a.txt at 10.1.2.3");

    assertThat(made)
        .matches(
            "Call \\+155501\\d+ or \\w+\\.\\w+@example\\.com, see https://\\w+\\.example\\.com/\\w and "
                + "/media/file-\\w+\\.txt at 127\\.\\d+\\.\\d+\\.\\d+");
  }

  @Test
  void what_the_user_scrubs_goes_everywhere() {
    var rules =
        RedactionRules.strict()
            .keeping(Keep.TEXT)
            .scrubbing(List.of(Pattern.compile("(?i)acme"), Pattern.compile("Bluebird")));
    var scrubbing = pseudonyms("a key", rules);

    assertThat(scrubbing.text(new TextRule(TextKind.TEXT, Set.of()), "At Acme we say Bluebird"))
        .isEqualTo("At redacted we say redacted");
    assertThat(scrubbing.text(new TextRule(TextKind.CONSTANT, Set.of()), "acme"))
        .isEqualTo("redacted");
    assertThat(scrubbing.unknownName("acmeProject")).doesNotContainIgnoringCase("acme");
  }

  @ParameterizedTest
  @CsvSource({
    "CONSTANT, FAIL_PERMANENT, FAIL_PERMANENT",
    "CONSTANT, message.upserted, message.upserted",
    "INSTANT, 2026-06-03T09:15:42.118Z, 2026-06-03T09:15:42.118Z",
    "VERSION, 4.3.89-nightly.2, 4.3.89-nightly.2",
    "MEDIA_TYPE, audio/ogg; codecs=opus, audio/ogg; codecs=opus",
    "MEDIA_TYPE, application/x-acme, application/octet-stream",
    "EMOJI, 👍🏽, 👍🏽",
    "EMOJI, ❤️, ❤️",
    "HOST, localhost, localhost",
    "TOKEN, hunter2, redacted-token-1"
  })
  void what_tells_of_nobody_stays(TextKind kind, String text, String expected) {
    assertThat(made(kind, text)).isEqualTo(expected);
  }

  @Test
  void tokens_only_keep_which_are_the_same() {
    var first = made(TextKind.TOKEN, "one secret");
    var second = made(TextKind.TOKEN, "another secret");

    assertThat(first).isNotEqualTo(second).isEqualTo(made(TextKind.TOKEN, "one secret"));
    assertThat(second).isEqualTo("redacted-token-2");
  }
}
