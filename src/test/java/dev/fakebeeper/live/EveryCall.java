package dev.fakebeeper.live;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.Verifications;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** How to call each operation so that it succeeds, by operationId. */
final class EveryCall {
  private static final String SETUP = "/v1/app/setup";
  private static final String KEY = SETUP + "/verification/recovery-key";
  private static final String TELEGRAM = "{\"flowID\":\"phone\"}";

  private final Map<String, Function<Visitor, HttpResponse<String>>> calls = new LinkedHashMap<>();

  private EveryCall() {}

  static Map<String, Function<Visitor, HttpResponse<String>>> all() {
    var every = new EveryCall();
    every.server();
    every.accounts();
    every.bridges();
    every.chats();
    every.messages();
    every.files();
    every.signIn();
    every.verifications();
    every.oauth();
    return every.calls;
  }

  private void add(String id, Function<Visitor, HttpResponse<String>> call) {
    calls.put(id, call);
  }

  private void server() {
    add("getInfo", v -> v.open("GET", "/v1/info", ""));
    add("getSpec", v -> v.open("GET", "/v1/spec", ""));
    add(
        "getOAuthAuthorizationServerMetadata",
        v -> v.open("GET", "/.well-known/oauth-authorization-server", ""));
    add(
        "getOAuthProtectedResourceMetadata",
        v -> v.open("GET", "/.well-known/oauth-protected-resource", ""));
    add("focusApp", v -> v.post("/v1/focus", "{}"));
    add("search", v -> v.get("/v1/search?query=lisbon"));
  }

  private void accounts() {
    add("getAccounts", v -> v.get("/v1/accounts"));
    add("getAccount", v -> v.get("/v1/accounts/discordgo"));
    add("searchContacts", v -> v.get("/v1/accounts/matrix/contacts?query=yuki"));
    add("listContacts", v -> v.get("/v1/accounts/matrix/contacts/list"));
  }

  private void bridges() {
    add("listBridges", v -> v.get("/v1/bridges"));
    add("getBridge", v -> v.get("/v1/bridges/telegram"));
    add("getBridgeCapabilities", v -> v.get("/v1/bridges/telegram/capabilities"));
    add("listBridgeLoginFlows", v -> v.get("/v1/bridges/telegram/login-flows"));
    add("listBridgeLogins", v -> v.get("/v1/bridges/discordgo/logins"));
    add("getBridgeLogin", v -> v.get(v.login()));
    add(
        "removeBridgeLogin",
        v -> {
          var login = v.login();
          var scope = v.first("GET", login, "").at("/removeScopes/0").asText();
          return v.post(login + "/remove", "{\"scope\":\"" + scope + "\"}");
        });
    add("createLoginSession", v -> v.post("/v1/bridges/telegram/login-sessions", TELEGRAM));
    add("getLoginSession", v -> v.get(v.session("telegram", TELEGRAM)));
    add("cancelLoginSession", v -> v.call("DELETE", v.session("telegram", TELEGRAM), ""));
    add(
        "submitLoginStep",
        v ->
            v.post(
                v.session("telegram", TELEGRAM) + "/steps/phone",
                "{\"type\":\"user_input\",\"fields\":{\"phone\":\"+15550142000\"}}"));
  }

  private void chats() {
    add("listChats", v -> v.get("/v1/chats"));
    add("searchChats", v -> v.get("/v1/chats/search?query=lisbon"));
    add("listLabels", v -> v.get("/v1/labels"));
    add("createChat", v -> v.post("/v1/chats", group(v)));
    add(
        "startChat",
        v ->
            v.post(
                "/v1/chats/start",
                "{\"accountID\":\"matrix\",\"user\":{\"username\":\"yuki.t\"}}"));
    add("getChat", v -> v.get(v.chat()));
    add("patchChat", v -> v.call("PATCH", v.chat(), "{\"isPinned\":true}"));
    add("archiveChat", v -> v.post(v.chat() + "/archive", "{\"archived\":true}"));
    add("markChatRead", v -> v.post(v.chat() + "/read", "{}"));
    add("markChatUnread", v -> v.post(v.chat() + "/unread", "{}"));
    add("notifyAnyway", v -> v.post(v.chat("imessage") + "/notify-anyway", ""));
    add(
        "setChatReminder",
        v ->
            v.post(
                v.chat() + "/reminders",
                "{\"reminder\":{\"remindAt\":\"%s\"}}"
                    .formatted(v.world().now().plus(Duration.ofHours(1)))));
    add("clearChatReminder", v -> v.call("DELETE", v.chat() + "/reminders", ""));
  }

  private static String group(Visitor visitor) {
    var people =
        visitor
            .item("/v1/chats/search?type=single&accountIDs=" + Visitor.WHATSAPP)
            .at("/participants/items");
    var other = people.path(0).path("isSelf").asBoolean() ? people.path(1) : people.path(0);
    return "{\"accountID\":\"%s\",\"type\":\"group\",\"title\":\"Trip\",\"participantIDs\":[\"%s\"]}"
        .formatted(Visitor.WHATSAPP, other.path("id").asText());
  }

  private void messages() {
    add("listMessages", v -> v.get(v.chat() + "/messages"));
    add("sendMessage", v -> v.post(v.chat() + "/messages", "{\"text\":\"On my way\"}"));
    add("searchMessages", v -> v.get("/v1/messages/search?query=lisbon"));
    add("getMessage", v -> v.get(ownMessage(v)));
    add("editMessage", v -> v.call("PUT", ownMessage(v), "{\"text\":\"Seven, not six\"}"));
    add("deleteMessage", v -> v.call("DELETE", ownMessage(v), ""));
    add("addReaction", v -> v.post(ownMessage(v) + "/reactions", "{\"reactionKey\":\"👍\"}"));
    add(
        "removeReaction",
        v -> v.call("DELETE", ownMessage(v) + "/reactions/" + Api.encoded("👍"), ""));
  }

  private static String ownMessage(Visitor visitor) {
    var chat = visitor.chat();
    return chat + "/messages/" + Api.encoded(visitor.own(chat));
  }

  private void files() {
    add("downloadAsset", v -> v.post("/v1/assets/download", "{\"url\":\"" + v.picture() + "\"}"));
    add("serveAsset", v -> v.get("/v1/assets/serve?url=" + Api.encoded(v.picture())));
    add(
        "uploadAsset",
        v ->
            v.multipart(
                "/v1/assets/upload",
                String.join(
                    "\r\n",
                    "--b7",
                    "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"",
                    "Content-Type: text/plain",
                    "",
                    "plums",
                    "--b7--",
                    ""),
                "b7"));
    add("uploadAssetBase64", v -> v.post("/v1/assets/upload/base64", "{\"content\":\"cGx1bXM=\"}"));
  }

  private void signIn() {
    add("appSetupRetrieve", v -> v.get(SETUP));
    add(
        "appSetupStart",
        v -> {
          v.world().setup().signOut();
          return v.open("POST", SETUP + "/start", "");
        });
    add(
        "appSetupEmail",
        v ->
            v.open(
                "POST",
                SETUP + "/email",
                "{\"setupRequestID\":\"%s\",\"email\":\"robin@example.org\"}"
                    .formatted(v.request())));
    add(
        "appSetupResponse",
        v -> v.open("POST", SETUP + "/response", v.mailed("robin@example.org")));
    add("appSetupRegister", EveryCall::register);
    add(
        "appSetupVerificationRecoveryKey",
        v -> v.post(locked(v), key(v.world().setup().recoveryKey().orElseThrow())));
    add("appSetupVerificationRecoveryKeyReset", v -> v.post(locked(v) + "/reset", "{}"));
    add(
        "appSetupVerificationRecoveryKeyResetConfirm",
        v -> {
          var offered = v.first("POST", locked(v) + "/reset", "{}").path("recoveryKey").asText();
          return v.post(KEY + "/reset/confirm", key(offered));
        });
  }

  private static HttpResponse<String> register(Visitor visitor) {
    var answered = visitor.open("POST", SETUP + "/response", visitor.mailed("juno@example.org"));
    var lead = Visitor.parsed(answered);
    return visitor.open(
        "POST",
        SETUP + "/register",
        "{\"setupRequestID\":\"%s\",\"leadToken\":\"%s\",\"username\":\"juno\",\"acceptTerms\":true}"
            .formatted(lead.path("setupRequestID").asText(), lead.path("leadToken").asText()));
  }

  /** Where a recovery key is typed, while the app waits for one. */
  private static String locked(Visitor visitor) {
    visitor.world().setup().goTo("needs-verification");
    return KEY;
  }

  private static String key(String key) {
    return "{\"recoveryKey\":\"" + key + "\"}";
  }

  private void verifications() {
    var all = SETUP + "/verifications";
    add("appSetupVerificationsList", v -> v.get(all));
    add(
        "appSetupVerificationsCreate",
        v -> {
          locked(v);
          return v.post(all, "{\"purpose\":\"login\"}");
        });
    add("appSetupVerificationsGet", v -> v.get(v.verification()));
    add("appSetupVerificationsCancel", v -> v.post(v.verification() + "/cancel", ""));
    add(
        "appSetupVerificationsAccept",
        v -> {
          locked(v);
          var asked = Verifications.Wanted.byTheUsersPhone();
          return v.post(all + "/" + v.world().verifications().request(asked) + "/accept", "");
        });
    add("appSetupVerificationsSASStart", v -> v.post(ready(v) + "/sas/start", ""));
    add(
        "appSetupVerificationsSASConfirm",
        v -> {
          var path = ready(v);
          v.first("POST", path + "/sas/start", "");
          return v.post(path + "/sas/confirm", "");
        });
    add(
        "appSetupVerificationsQRConfirmScanned",
        v -> {
          var path = ready(v);
          v.device().scan();
          return v.post(path + "/qr/confirm-scanned", "");
        });
    add(
        "appSetupVerificationsQRScan",
        v -> {
          ready(v);
          var shown = v.device().verification().shownThere();
          return v.post(all + "/qr/scan", "{\"data\":\"" + shown + "\"}");
        });
  }

  private static String ready(Visitor visitor) {
    var path = visitor.verification();
    visitor.device().accept();
    return path;
  }

  private void oauth() {
    add(
        "oauth_register_client",
        v ->
            v.open(
                "POST",
                "/oauth/register",
                "{\"client_name\":\"Garden bot\",\"redirect_uris\":[\"%s\"]}"
                    .formatted(SignIn.REDIRECT)));
    add("oauth_authorize", v -> v.stranger().authorize(v.stranger().register("Bot")).response());
    add("oauth_authorize_callback", EveryCall::approve);
    add(
        "oauth_token",
        v -> {
          var client = v.stranger().register("Bot");
          v.world().oauth().plan(plan -> plan.approves());
          var code = v.stranger().authorize(client).sent("code");
          return v.stranger().token(client, code).response();
        });
    add("oauth_introspect_token", v -> v.stranger().introspect(v.world().token()).response());
    add(
        "oauth_revoke_token",
        v -> {
          var every = Set.of(FakeWorld.Scope.values());
          return v.stranger().revoke(v.world().mintToken(every, null)).response();
        });
    add("oauth_get_user_info", v -> v.get("/oauth/userinfo"));
  }

  private static HttpResponse<String> approve(Visitor visitor) {
    var client = visitor.stranger().register("Bot");
    visitor.stranger().authorize(client);
    return visitor.open(
        "POST",
        "/oauth/authorize/callback",
        "{\"clientInfo\":{\"clientID\":\"%s\"},\"scopes\":[\"read\"],\"state\":\"st 1/ü\",\"codeChallenge\":\"%s\",\"codeChallengeMethod\":\"S256\"}"
            .formatted(client, SignIn.CHALLENGE));
  }
}
