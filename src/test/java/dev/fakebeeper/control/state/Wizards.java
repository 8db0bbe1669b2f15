package dev.fakebeeper.control.state;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.Arrival;
import dev.fakebeeper.world.Backfill;
import dev.fakebeeper.world.Bridge;
import dev.fakebeeper.world.BridgeStatus;
import dev.fakebeeper.world.BridgesState;
import dev.fakebeeper.world.ChatCapabilities;
import dev.fakebeeper.world.DeadSends;
import dev.fakebeeper.world.HistoryRules;
import dev.fakebeeper.world.LoginField;
import dev.fakebeeper.world.LoginFlow;
import dev.fakebeeper.world.LoginPlan;
import dev.fakebeeper.world.LoginPlans;
import dev.fakebeeper.world.LoginSession;
import dev.fakebeeper.world.LoginStep;
import dev.fakebeeper.world.ProvisioningCapabilities;
import dev.fakebeeper.world.ProvisioningCapabilities.GroupField;
import dev.fakebeeper.world.ProvisioningCapabilities.GroupType;
import dev.fakebeeper.world.RemoveScope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pcollections.OrderedPMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** The part of {@link Everything} about bridges and sign-ins. */
final class Wizards {
  private static final LoginSession.Failure FAILURE =
      new LoginSession.Failure("wrong_code", "The code is wrong");

  private Wizards() {}

  static BridgesState state() {
    var sessions =
        TreePMap.singleton("ls_1", session("ls_1", LoginSession.Stage.WAITING))
            .plus("ls_2", session("ls_2", LoginSession.Stage.FAILED));
    var backfill =
        new Backfill(
            "acc", Everything.NOW, TreePVector.singleton("c1"), 2, HistoryRules.Telling.EVENTS);
    return new BridgesState(
        OrderedPMap.<String, Bridge>empty()
            .plus("local-wa", bridge("local-wa"))
            .plus("b", bridge("b")),
        sessions,
        LoginPlans.usual().withBridge("local-wa", plan()),
        TreePMap.singleton("acc", backfill),
        DeadSends.FAIL_PERMANENT);
  }

  private static Bridge bridge(String id) {
    return new Bridge(
        id,
        "whatsapp",
        Account.Provider.PLATFORM_SDK,
        "WhatsApp",
        new Bridge.Capacity(true, 4),
        List.of(RemoveScope.CURRENT_DEVICE, RemoveScope.ALL_DEVICES),
        provisioning(),
        List.of(new LoginFlow("f", "Phone", "By phone", Duration.ofMinutes(5), steps())),
        arrival(),
        BridgeStatus.TEMPORARILY_UNAVAILABLE,
        "Back soon");
  }

  private static ProvisioningCapabilities provisioning() {
    var timer = new ChatCapabilities.DisappearingTimer(List.of(""), List.of(1_000L), true);
    return new ProvisioningCapabilities(
        Set.of(ProvisioningCapabilities.Way.SEARCH, ProvisioningCapabilities.Way.CREATE_DM),
        Map.of(
            "g", new GroupType("a group", Map.of("name", new GroupField(true, 1, 9, true, timer)))),
        true);
  }

  private static List<LoginStep> steps() {
    var check = new LoginField.Check(true, "[0-9]+", List.of("1"), List.of("2"), "Wrong");
    var input =
        new LoginField.Input(
            "phone", check, LoginField.Fact.PHONE, "tel", "Phone", "+1", "+15550001111");
    var cookie =
        new LoginField.Cookie(
            "sid", check, LoginField.Fact.EMAIL, "SID", LoginField.Cookie.Kind.LOCAL_STORAGE);
    var page = new LoginStep.Page("https://x.example", "^https", "return 1", "Mozilla");
    var display =
        new LoginStep.Display(LoginStep.Display.Kind.QR, "2@{text}", Duration.ofSeconds(20));
    return List.of(
        new LoginStep.UserInput("s1", "Type it", "two_factor", List.of(input)),
        new LoginStep.Cookies("s2", "Sign in", "captcha", page, List.of(cookie)),
        new LoginStep.DisplayAndWait("s3", "Scan it", "qr", display, Duration.ofSeconds(8)));
  }

  private static Arrival arrival() {
    var imports =
        new Arrival.Imports(
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            12,
            List.of(new Arrival.ImportedChat("Lunch", List.of(Said.ANN), 140)),
            List.of("noon?"));
    return new Arrival(new Arrival.Pattern("ba_{text}", "{bridge}", "@{phone}"), imports);
  }

  private static LoginPlan plan() {
    return new LoginPlan(
        Set.of("two_factor", "captcha"),
        Map.of("code", "12345"),
        LoginPlan.OnWrong.ASKED_AGAIN,
        2,
        LoginPlan.OtherSide.WAITS,
        Duration.ofSeconds(3),
        FAILURE,
        Said.ANN,
        Duration.ofMinutes(1),
        Duration.ofHours(2),
        HistoryRules.Telling.EVENTS);
  }

  private static LoginSession session(String id, LoginSession.Stage stage) {
    return new LoginSession(
        id,
        "b",
        "f",
        plan(),
        new LoginSession.Target("login", "acc"),
        stage,
        2,
        "2@AAA",
        1,
        new LoginSession.Facts("+15550001111", "juno@example.org", "juno"),
        FAILURE,
        new LoginSession.Target("login", "acc"),
        Everything.NOW.plusSeconds(77));
  }
}
