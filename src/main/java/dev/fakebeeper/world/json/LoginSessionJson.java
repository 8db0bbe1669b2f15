package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.BridgeRules;
import dev.fakebeeper.world.LoginField;
import dev.fakebeeper.world.LoginPlan;
import dev.fakebeeper.world.LoginSession;
import dev.fakebeeper.world.LoginStep;
import dev.fakebeeper.world.WorldState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sign-ins in progress as the vendor's {@code LoginSession}. Thread-safe. */
public final class LoginSessionJson {
  private final Shape shape;
  private final Codes codes;
  private final BridgeJson bridges;

  /** Whether a build can show a code as text, which is newer than the rest. */
  public enum Codes {
    SHOWN,
    IN_INSTRUCTIONS
  }

  /** Writes for a build. */
  public LoginSessionJson(Shape shape, Codes codes) {
    this.shape = shape;
    this.codes = codes;
    this.bridges = new BridgeJson(shape);
  }

  /** A {@code LoginSession} as it stands in a state. It has a step only while it waits. */
  public ObjectNode write(WorldState state, LoginSession session) {
    var step = BridgeRules.stepOf(state, session);
    var reconnects = session.reconnects();
    var members =
        Members.of("LoginSession", shape)
            .text("bridgeID", session.bridgeId())
            .text("loginSessionID", session.id())
            .text("status", step.map(LoginSessionJson::status).orElse(Wire.lower(session.stage())))
            .text("loginID", reconnects == null ? null : reconnects.loginId())
            .text("accountID", reconnects == null ? null : reconnects.accountId())
            .node("currentStep", step.map(one -> step(session, one)).orElse(null))
            .node("error", isTold(session) ? failure(session.failure()) : null);
    addResult(members, state, session.result());
    return members.done();
  }

  private static String status(LoginStep step) {
    if (step instanceof LoginStep.UserInput) {
      return "waiting_for_input";
    }
    return step instanceof LoginStep.Cookies ? "waiting_for_cookies" : "waiting_for_display";
  }

  /** A call that is refused tells by itself what was wrong. */
  private static boolean isTold(LoginSession session) {
    return !session.isOpen() || session.plan().onWrong() == LoginPlan.OnWrong.ASKED_AGAIN;
  }

  private static @Nullable ObjectNode failure(LoginSession.@Nullable Failure failure) {
    return failure == null
        ? null
        : Members.inline().text("code", failure.code()).text("message", failure.message()).done();
  }

  private void addResult(Members members, WorldState state, LoginSession.@Nullable Target result) {
    var account =
        Optional.ofNullable(result)
            .flatMap(target -> Optional.ofNullable(target.accountId()))
            .flatMap(state::findAccount);
    if (account.isEmpty()) {
      return; // not complete, or gone since
    }
    members.node("account", bridges.account(state, account.get()));
    BridgeRules.find(state, account.get().bridge().id()).stream()
        .flatMap(bridge -> BridgeRules.logins(state, bridge).stream())
        .filter(login -> login.id().equals(account.get().loginId()))
        .forEach(login -> members.node("login", bridges.write(login)));
  }

  private ObjectNode step(LoginSession session, LoginStep step) {
    if (step instanceof LoginStep.UserInput input) {
      return input(input);
    }
    return step instanceof LoginStep.Cookies cookies
        ? cookies(cookies)
        : display((LoginStep.DisplayAndWait) step, session.shown());
  }

  private ObjectNode input(LoginStep.UserInput step) {
    var fields = JsonNodeFactory.instance.arrayNode();
    step.fields().forEach(field -> fields.add(input(field)));
    return Members.of("UserInputLoginStep", shape)
        .text("type", "user_input")
        .text("stepID", step.id())
        .text("instructions", step.instructions())
        .node("fields", fields)
        .done();
  }

  private ObjectNode input(LoginField.Input field) {
    return Members.of("LoginInputField", shape)
        .text("id", field.id())
        .text("type", field.type())
        .text("label", field.label())
        .text("placeholder", field.placeholder())
        .text("initialValue", field.initialValue())
        .mark("optional", field.check().optional())
        .done();
  }

  private ObjectNode cookies(LoginStep.Cookies step) {
    var fields = JsonNodeFactory.instance.arrayNode();
    step.fields().forEach(field -> fields.add(cookie(field)));
    return Members.of("CookiesLoginStep", shape)
        .text("type", "cookies")
        .text("stepID", step.id())
        .text("instructions", step.instructions())
        .text("url", step.page().url())
        .text("expectedFinalURLRegex", step.page().finalUrl())
        .text("extractJS", step.page().script())
        .text("userAgent", step.page().userAgent())
        .node("fields", fields)
        .done();
  }

  private ObjectNode cookie(LoginField.Cookie field) {
    var kind = field.kind();
    return Members.of("CookieField", shape)
        .text("id", field.id())
        .text("name", field.name())
        .text("type", kind == null ? null : Wire.lower(kind))
        .done();
  }

  /** Builds that cannot show a code as text have it in the instructions (assumed). */
  private ObjectNode display(LoginStep.DisplayAndWait step, @Nullable String shown) {
    var kind = step.display().kind();
    var hidden = kind == LoginStep.Display.Kind.CODE && codes == Codes.IN_INSTRUCTIONS;
    var instructions = step.instructions();
    var told = hidden ? (instructions == null ? "" : instructions + " ") + shown : instructions;
    return Members.of("DisplayAndWaitLoginStep", shape)
        .text("type", "display_and_wait")
        .text("stepID", step.id())
        .text("instructions", told)
        .node("display", display(hidden ? LoginStep.Display.Kind.NOTHING : kind, shown))
        .done();
  }

  private static ObjectNode display(LoginStep.Display.Kind kind, @Nullable String shown) {
    var data = kind == LoginStep.Display.Kind.NOTHING ? null : shown;
    return Members.inline()
        .text("type", Wire.lower(kind))
        .text(kind == LoginStep.Display.Kind.EMOJI ? "imageURL" : "data", data)
        .done();
  }
}
