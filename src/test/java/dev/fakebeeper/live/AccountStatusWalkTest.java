package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.Sends.Dead;
import dev.fakebeeper.testing.PageTable;
import dev.fakebeeper.world.AccountStatus;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each status that an account can have, and each cause of one, over HTTP and socket. */
class AccountStatusWalkTest {
  private static final String CLOUD = "discordgo";
  private static final String LOCAL = Visitor.WHATSAPP;
  private static final String PAGE = "bridges.md";
  private static FakeBeeper beeper;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  private static List<String> statuses() {
    return Arrays.stream(AccountStatus.values())
        .map(status -> status.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  @Test
  void what_works_in_each_status() {
    var table = new StringBuilder("| | `" + String.join("` | `", statuses()) + "` |\n| --- |");
    table.append(" --- |".repeat(statuses().size())).append('\n');
    deeds()
        .forEach(
            (what, deed) ->
                table.append(
                    statuses().stream()
                        .map(status -> in(status, deed))
                        .collect(Collectors.joining(" | ", "| " + what + " | ", " |\n"))));

    PageTable.of(PAGE, "status").check(table.toString());
  }

  private static String in(String status, Function<Visitor, String> deed) {
    try (var visitor = new Visitor(beeper)) {
      visitor.world().others().accountStatus(LOCAL, status, null);
      assertThat(account(visitor, LOCAL).path("status").asText()).isEqualTo(status);
      return deed.apply(visitor);
    }
  }

  private static Map<String, Function<Visitor, String>> deeds() {
    var deeds = new LinkedHashMap<String, Function<Visitor, String>>();
    deeds.put("its login says", v -> "`" + loginStatus(v) + "`");
    deeds.put("its chats in the list", v -> count(v, "/v1/chats?accountIDs=" + LOCAL));
    deeds.put("its messages", v -> count(v, v.chat() + "/messages"));
    deeds.put("message search", v -> count(v, "/v1/messages/search?query=the&accountIDs=" + LOCAL));
    deeds.put("mark read", v -> status(v.post(v.chat() + "/read", "{}")));
    deeds.put("send", v -> sent(v, Dead.FAIL_RETRIABLE));
    deeds.put("send, `deadSends: {end: fail_permanent}`", v -> sent(v, Dead.FAIL_PERMANENT));
    deeds.put("send, `deadSends: {end: refused}`", v -> sent(v, Dead.REFUSED));
    deeds.put("edit", v -> status(v.call("PUT", ownOfBefore(v), "{\"text\":\"Seven\"}")));
    deeds.put(
        "react", v -> status(v.post(ownOfBefore(v) + "/reactions", "{\"reactionKey\":\"👍\"}")));
    deeds.put("somebody writes", AccountStatusWalkTest::heard);
    deeds.put("event of the status", AccountStatusWalkTest::eventOfStatus);
    return deeds;
  }

  private static JsonNode account(Visitor visitor, String id) {
    for (var account : visitor.first("GET", "/v1/accounts", "")) {
      if (account.path("accountID").asText().equals(id)) {
        return account;
      }
    }
    return MissingNode.getInstance();
  }

  private static String loginStatus(Visitor visitor) {
    return visitor.item("/v1/bridges/local-whatsapp/logins").path("status").asText();
  }

  /** Reads go on from local data: as many as in a world where nothing is wrong. */
  private static String count(Visitor visitor, String path) {
    var items = visitor.first("GET", path, "").path("items").size();
    try (var sound = new Visitor(beeper)) {
      assertThat(items).isPositive();
      return items == sound.first("GET", path, "").path("items").size() ? "all" : "" + items;
    }
  }

  private static String status(HttpResponse<String> answer) {
    return "" + answer.statusCode();
  }

  private static String sent(Visitor visitor, Dead choice) {
    visitor.world().sends().fromDeadAccounts(choice);
    var chat = visitor.chat();
    var answer = visitor.post(chat + "/messages", "{\"text\":\"Plums\"}");
    if (answer.statusCode() != 200) {
      return status(answer);
    }
    visitor.world().advance(Duration.ofMinutes(1));
    var id = Visitor.parsed(answer).path("pendingMessageID").asText();
    var status = visitor.first("GET", chat + "/messages/" + id, "").path("sendStatus");
    var reason = status.path("reason").asText();
    return "200, `"
        + status.path("status").asText()
        + "`"
        + (reason.isEmpty() ? "" : ", `" + reason + "`");
  }

  private static String ownOfBefore(Visitor visitor) {
    var now = account(visitor, LOCAL).path("status").asText();
    visitor.world().others().accountStatus(LOCAL, "connected", null);
    var chat = visitor.chat();
    var path = chat + "/messages/" + Api.encoded(visitor.own(chat));
    visitor.world().others().accountStatus(LOCAL, now, null);
    return path;
  }

  private static String heard(Visitor visitor) {
    try (var socket = socket(visitor)) {
      somebodyWrites(visitor);
      return "`" + socket.next().path("type").asText() + "`";
    }
  }

  /** The next thing that is heard after a change of the status is what happens next. */
  private static String eventOfStatus(Visitor visitor) {
    var now = account(visitor, LOCAL).path("status").asText();
    try (var socket = socket(visitor)) {
      visitor.world().others().accountStatus(LOCAL, "connected", null);
      visitor.world().others().accountStatus(LOCAL, now, null);
      somebodyWrites(visitor);
      var first = socket.next();
      return first.at("/entries/0/text").asText().equals("Anybody there?")
          ? "none"
          : first.path("type").asText();
    }
  }

  private static SocketClient socket(Visitor visitor) {
    return SocketClient.connect(beeper, visitor.world().token()).subscribe("*");
  }

  private static void somebodyWrites(Visitor visitor) {
    var chat = visitor.item("/v1/chats?accountIDs=" + LOCAL);
    var people = chat.at("/participants/items");
    var other = people.path(0).path("isSelf").asBoolean() ? people.path(1) : people.path(0);
    visitor
        .world()
        .others()
        .from(other.path("id").asText())
        .text("Anybody there?")
        .in(chat.path("id").asText());
  }

  @Test
  void what_gives_an_account_its_status() {
    var table = new StringBuilder("| what happens | account in the cloud | on this device |\n");
    table.append("| --- | --- | --- |\n");
    causes()
        .forEach(
            (what, cause) ->
                table.append(
                    "| %s | %s | %s |\n"
                        .formatted(what, after(CLOUD, cause), after(LOCAL, cause))));

    PageTable.of(PAGE, "causes").check(table.toString());
  }

  /** An account of the world, with its bridge and its login. */
  private record Owned(Visitor visitor, String account) {
    String bridge() {
      return account.equals(CLOUD) ? CLOUD : "local-whatsapp";
    }

    String login() {
      return visitor.item("/v1/bridges/" + bridge() + "/logins").path("loginID").asText();
    }
  }

  private static String after(String account, Consumer<Owned> cause) {
    try (var visitor = new Visitor(beeper)) {
      var chats = visitor.first("GET", "/v1/chats?accountIDs=" + account, "").path("items").size();
      cause.accept(new Owned(visitor, account));
      var answer = visitor.get("/v1/accounts/" + account);
      if (answer.statusCode() != 200) {
        return answer.statusCode() == 404
            ? "gone, with its chats"
            : answer.statusCode() + " to all calls";
      }
      var left = visitor.first("GET", "/v1/chats?accountIDs=" + account, "").path("items");
      assertThat(left).hasSize(chats);
      var shown = Visitor.parsed(answer);
      var text = shown.path("statusText").asText();
      return "`" + shown.path("status").asText() + "`" + (text.isEmpty() ? "" : ", " + text);
    }
  }

  private static Map<String, Consumer<Owned>> causes() {
    var causes = new LinkedHashMap<String, Consumer<Owned>>();
    causes.put("nothing", owned -> {});
    causes.put(
        "the network ends the login (`logins().revoke`)",
        owned -> owned.visitor.world().logins().revoke(owned.bridge(), owned.login(), null));
    causes.put(
        "that, and the user signs in again",
        owned -> {
          owned.visitor.world().logins().revoke(owned.bridge(), owned.login(), null);
          signInAgain(owned);
        });
    causes.put(
        "its bridge is `temporarily_unavailable`",
        owned -> bridge(owned, "temporarily_unavailable"));
    causes.put("its bridge is `disabled`", owned -> bridge(owned, "disabled"));
    causes.put(
        "its bridge was, and is there again (`clearStatus`)",
        owned -> {
          bridge(owned, "temporarily_unavailable");
          owned.visitor.world().bridges().clearStatus(owned.bridge());
        });
    causes.put(
        "its bridge is removed", owned -> owned.visitor.world().bridges().remove(owned.bridge()));
    causes.put(
        "its login is removed (`removeBridgeLogin`)",
        owned -> {
          var login = "/v1/bridges/" + owned.bridge() + "/logins/" + owned.login();
          var scope = owned.visitor.first("GET", login, "").at("/removeScopes/0").asText();
          owned.visitor.first("POST", login + "/remove", "{\"scope\":\"" + scope + "\"}");
        });
    causes.put("the recovery key is reset and confirmed", owned -> resetKey(owned.visitor));
    causes.put("the user signs out of the app", owned -> owned.visitor.world().setup().signOut());
    causes.put(
        "that, and the same user signs in",
        owned -> {
          owned.visitor.world().setup().signOut();
          owned.visitor.world().setup().goTo("ready");
        });
    return causes;
  }

  private static void bridge(Owned owned, String status) {
    owned.visitor.world().bridges().setStatus(owned.bridge(), status, null);
  }

  private static void signInAgain(Owned owned) {
    var bridge = "/v1/bridges/" + owned.bridge();
    var wish = "{\"flowID\":\"qr\",\"loginID\":\"" + owned.login() + "\"}";
    owned.visitor.first("POST", bridge + "/login-sessions", wish);
    owned.visitor.world().logins().confirm(owned.bridge());
    while (owned.visitor.world().logins().sessions().stream()
        .anyMatch(s -> s.status().startsWith("waiting"))) {
      owned.visitor.world().logins().confirm(owned.bridge());
    }
    owned.visitor.world().advance(Duration.ofMinutes(5));
  }

  private static void resetKey(Visitor visitor) {
    visitor.world().setup().goTo("needs-verification");
    var key = "/v1/app/setup/verification/recovery-key/reset";
    var offered = visitor.first("POST", key, "{}").path("recoveryKey").asText();
    visitor.first("POST", key + "/confirm", "{\"recoveryKey\":\"" + offered + "\"}");
  }
}
