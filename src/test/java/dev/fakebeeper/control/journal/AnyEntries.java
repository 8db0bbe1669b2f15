package dev.fakebeeper.control.journal;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Violation;
import dev.fakebeeper.control.journal.SocketEvent.Kind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A journal with an entry of each kind, and secrets wherever there can be some. */
final class AnyEntries {
  static final String TOKEN = "tok-7f3a91";
  static final String CODE = "code_41aa";
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r";
  static final String MAIL_CODE = "402913";
  static final String RECOVERY_KEY = "EsFA KEKE YONL";
  static final String COOKIE = "c0ffee-cookie";
  static final String LEAD = "lead_secret";
  static final String MATRIX = "syt_matrix_secret";
  static final String QR = "2@qr-secret-data";

  static final List<String> SECRETS =
      List.of(TOKEN, CODE, VERIFIER, MAIL_CODE, RECOVERY_KEY, COOKIE, LEAD, MATRIX, QR);

  private AnyEntries() {}

  static Journal journal() {
    var journal = AJournal.empty();
    signIn(journal);
    setUp(journal);
    AJournal.send("!lunch", "noon?").header("Authorization", "Bearer " + TOKEN).in(journal);
    AnExchange.of("GET", "/v1/nowhere?token=" + TOKEN + "&q=%20")
        .header("Cookie", "sid=" + COOKIE)
        .answered(404, "{\"message\": \"No\", \"code\": \"NOT_FOUND\"}")
        .origin(Origin.REFUSAL)
        .told(new Diagnosis(DiagnosisCode.ROUTE_UNKNOWN, "No route ?token=" + TOKEN + "."))
        .in(journal);
    bodies(journal);
    AJournal.event(journal, Kind.OPENED, "", "");
    AJournal.event(journal, Kind.RECEIVED, "", "{\"type\": \"x\", \"token\": \"" + TOKEN + "\"}");
    AJournal.event(journal, Kind.SENT, "ready", "{\"type\": \"ready\", \"version\": 1}");
    AJournal.event(journal, Kind.CLOSED, "", "1001 Beeper is going away");
    return journal;
  }

  private static void signIn(Journal journal) {
    AnExchange.of("POST", "/oauth/authorize/callback")
        .json("{\"state\": \"st-1\"}")
        .answered(200, "{\"code\": \"" + CODE + "\", \"state\": \"st-1\"}")
        .in(journal);
    AnExchange.of("POST", "/oauth/token")
        .form("grant_type=authorization_code&code=" + CODE + "&code_verifier=" + VERIFIER)
        .answered(200, "{\"access_token\": \"" + TOKEN + "\", \"token_type\": \"Bearer\"}")
        .in(journal);
    AnExchange.of("POST", "/oauth/token")
        .json("{\"code\": \"" + CODE + "\", broken")
        .answered(400, "{\"message\": \"broken\", \"code\": \"VALIDATION_ERROR\"}")
        .in(journal);
    var to = "http://127.0.0.1:9000/callback?state=st-1&code=" + CODE;
    AnExchange.of("GET", "/oauth/authorize?client_id=cli_7")
        .answered(new ApiResponse(302, HttpHeaders.of(Map.of("Location", List.of(to))), none()))
        .in(journal);
  }

  private static Body none() {
    return new Body.Empty();
  }

  private static void setUp(Journal journal) {
    AnExchange.of("POST", "/v1/app/setup/response")
        .json("{\"setupRequestID\": \"sr-7\", \"response\": \"" + MAIL_CODE + "\"}")
        .answered(
            200,
            "{\"leadToken\": \"" + LEAD + "\", \"matrix\": {\"accessToken\": \"" + MATRIX + "\"}}")
        .in(journal);
    AnExchange.of("POST", "/v1/app/setup/verification/recovery-key")
        .json("{\"recoveryKey\": \"" + RECOVERY_KEY + "\"}")
        .answered(200, "{\"session\": {\"secrets\": {\"recoveryKey\": true}}}")
        .in(journal);
    AnExchange.of("POST", "/v1/bridges/b/login-sessions/s/steps/t")
        .json(
            "{\"type\": \"cookies\", \"fields\": {\"sid\": \""
                + COOKIE
                + "\"}, \"lastURL\": \"http://x/?"
                + COOKIE
                + "\"}")
        .answered(
            200, "{\"currentStep\": {\"display\": {\"type\": \"qr\", \"data\": \"" + QR + "\"}}}")
        .in(journal);
  }

  private static void bodies(Journal journal) {
    var violation =
        new Violation(
            "type",
            Violation.Where.REQUEST_BODY,
            "/recoveryKey",
            "a number",
            RECOVERY_KEY,
            7,
            "Send one.");
    journal.record(
        number ->
            AnExchange.of("POST", "/v1/app/setup/verification/recovery-key")
                .json("{\"recoveryKey\": \"" + RECOVERY_KEY + "\"}")
                .told(Diagnosis.of(DiagnosisCode.REQUEST_INVALID, "No:", List.of(violation)))
                .build(number)
                .withViolations(List.of(violation)));
    AnExchange.of("POST", "/v1/assets/upload")
        .header("Content-Type", "multipart/form-data; boundary=b")
        .body("--b whatever")
        .parts(
            new BodyPart("caption", null, null, "noon".getBytes(StandardCharsets.UTF_8)),
            new BodyPart("file", "a.png", "image/png", new byte[] {-1, -2}))
        .in(journal);
    AnExchange.of("POST", "/v1/assets/upload")
        .header("Content-Type", "image/png")
        .body(new byte[] {-1, -2, -3})
        .answered(
            ApiResponse.ok(
                new Body.Stream("image/png", 3, () -> new ByteArrayInputStream(new byte[3]))))
        .in(journal);
    AnExchange.of("POST", "/v1/focus")
        .json("{broken ☕")
        .answered(ApiResponse.ok(new Body.Text("text/html", "<p>☕</p>")))
        .in(journal);
  }
}
