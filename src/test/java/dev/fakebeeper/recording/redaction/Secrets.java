package dev.fakebeeper.recording.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Makes up secrets of many kinds, anew for each seed. */
final class Secrets {
  private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
  private static final String LETTERS = SMALL + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";
  private static final String ALL = LETTERS + DIGITS;

  /**
   * One secret.
   *
   * @param kind what it is
   * @param text how it is planted
   * @param needles the parts of it that tell it; none of them may come out
   */
  record Secret(String kind, String text, List<String> needles) {
    @Override
    public String toString() {
      return kind;
    }
  }

  private final Random random;
  private final List<Secret> made = new ArrayList<>();

  private Secrets(Random random) {
    this.random = random;
  }

  /** One of each kind. */
  static List<Secret> ofEachKind(Random random) {
    var secrets = new Secrets(random);
    secrets.addTokens();
    secrets.addCredentials();
    secrets.addPeople();
    secrets.addMachines();
    secrets.addNumbers();
    return List.copyOf(secrets.made);
  }

  private void addTokens() {
    add("bearer token", some(ALL, 43));
    add("token of Matrix", "syt_" + some(SMALL, 8) + "_" + some(ALL, 20) + "_" + some(ALL, 6));
    add(
        "JSON web token",
        "eyJhbGciOiJIUzI1NiJ9." + base64("{\"sub\":\"" + word() + "\"}") + "." + some(ALL, 43));
    add("token of GitHub", "ghp_" + some(ALL, 36));
    add("token of Slack", "xoxb-" + some(DIGITS, 12) + "-" + some(ALL, 24));
    add("secret key", "sk-proj-" + some(ALL, 40));
    add("key of AWS", "AKIA" + some("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16));
    add("key of Google", "AIza" + some(ALL, 35));
    add("token of GitLab", "glpat-" + some(ALL, 20));
    add("token of npm", "npm_" + some(ALL, 36));
    add("token of Telegram", number(9) + ":AA" + some(ALL, 33));
    var key = some(ALL, 64);
    with("private key", "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----", key);
    add("public key", "ssh-ed25519 AAAA" + some(ALL, 60));
    add("code of OAuth", "code_" + some(ALL, 16));
    add("verifier of PKCE", some(ALL + "-._~", 64));
    add("id with checks", hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12));
  }

  private void addCredentials() {
    var cookie = some(ALL, 24);
    with("cookie", "sid=" + cookie + "; Path=/; HttpOnly", cookie);
    add("password", word() + "!" + number(4) + "#" + some(ALL, 4));
    var user = word();
    with("basic credentials", "Basic " + base64(user + ":" + some(ALL, 10)), user);
    var password = some(ALL, 12);
    with(
        "URL with a password",
        "https://" + user + ":" + password + "@files.example.net/x",
        password,
        user);
    var hook = some(ALL, 24);
    with("webhook", "https://hooks.slack.com/services/T0AB/B0CD/" + hook, hook);
    var signed = some(ALL, 32);
    with(
        "signed URL",
        "https://cdn.somewhere.net/a.png?Signature=" + signed + "&Expires=1790000000",
        signed,
        "somewhere");
    var first = some(ALL, 4);
    var more = some(ALL, 4);
    with("recovery key", "EsT1 " + first + " KQ2b " + more + " 9fGh", first + " KQ2b " + more);
    var code = number(6);
    with("code in words", "Your code is " + code, code);
    var pin = number(8);
    with("code with a letter", "G-" + pin, pin);
  }

  private void addPeople() {
    var user = word();
    var host = word();
    with("mail address", user + "@" + host + ".net", user, host);
    with("mail address with a mark", user + "+beeper@" + host + ".co.uk", user, host);
    var first = name();
    var last = name();
    with("name", first + " " + last, first, last);
    with("name with accents", "Zoë " + last + "-Müller", last, "Müller");
    with("name in Cyrillic", "Жанна Кузнецова", "Жанна", "Кузнецова");
    with("name in Chinese", "王小明芳", "王小明");
    with("id of a person", "@" + user + ":beeper.com", user);
    var room = some(ALL, 18);
    with("id of a room", "!" + room + ":" + host + ".com", room, host);
    var phone = "49151" + number(8);
    with("number with its country", "+" + phone, phone);
    var local = number(3) + "-" + number(4);
    with("number as Americans write it", "(415) " + local, local, local.replace("-", ""));
    with("number in an id", "@" + phone + ":local-whatsapp.localhost", phone);
    with(
        "message",
        "Meet " + first + " at " + number(3) + " " + last + " Street at noon",
        first,
        last);
    with("address", number(4) + " " + last + " Avenue, Springfield 97477", last, "Springfield");
  }

  private void addMachines() {
    var user = word();
    with("path on a Mac", "/Users/" + user + "/Library/Messages/chat.db", user);
    with("path on Windows", "C:\\Users\\" + user + "\\AppData\\Roaming", user);
    with("path on Linux", "/home/" + user + "/.ssh/id_rsa", user);
    with("URL of a file", "file:///Users/" + user + "/Pictures/" + name() + ".jpg", user);
    var host = word();
    with("host", host + "-macbook1.local", host);
    with("host of a company", "build7." + host + ".internal:8443", host);
    var octets = "10." + (20 + random.nextInt(200)) + "." + (20 + random.nextInt(200)) + ".77";
    with("address of IPv4", octets, octets);
    var six =
        "2001:db8:"
            + hex(4)
            + ":"
            + hex(4)
            + ":"
            + hex(4)
            + ":"
            + hex(4)
            + ":"
            + hex(4)
            + ":"
            + hex(4);
    with("address of IPv6", six, six);
    var mac = "a4:83:e7:" + hex(2) + ":" + hex(2) + ":" + hex(2);
    with("address of a card", mac, mac);
    with("agent", "Mozilla/5.0 (" + host + "; build " + number(7) + ")", host);
  }

  private void addNumbers() {
    add("payment card", "4539 1488 0343 6467");
    with("payment card without spaces", "4539148803436467", "4539148803436467");
    var account = number(12);
    with("bank account", "DE89 3704 " + account, account);
    var social = number(3) + "-" + number(2) + "-" + number(4);
    with("social security number", social, social);
    with("place on earth", "52.520" + number(4) + ",13.404" + number(4), "52.520", "13.404");
    var passport = "C01X" + some(DIGITS, 6);
    with("passport", passport, passport);
  }

  private void add(String kind, String text) {
    with(kind, text, text);
  }

  private void with(String kind, String text, String... needles) {
    made.add(new Secret(kind, text, List.of(needles)));
  }

  private String word() {
    return "z" + some(SMALL, 9);
  }

  private String name() {
    return "Z" + some(SMALL, 8);
  }

  private String number(int length) {
    return (1 + random.nextInt(9)) + some(DIGITS, length - 1);
  }

  private String hex(int length) {
    return some("0123456789abcdef", length);
  }

  private String some(String from, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(from.charAt(random.nextInt(from.length())));
    }
    return text.toString();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
