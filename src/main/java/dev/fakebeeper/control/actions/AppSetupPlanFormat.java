package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.AppSetupPlan;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import dev.fakebeeper.world.AppState.Step;
import dev.fakebeeper.world.Verification.Method;
import dev.fakebeeper.world.VerificationPlan.OtherDevice;
import dev.fakebeeper.world.VerificationPlan.Secrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads how setup goes. Each member changes one thing of the plan; what is absent stays. */
final class AppSetupPlanFormat {
  private static final String NEVER = "never";
  private static final Choice<OtherDevice> DEVICE =
      Choice.of(OtherDevice.values(), SetupActionFormat::word);
  private static final Choice<Secrets> SECRETS =
      Choice.of(Secrets.values(), SetupActionFormat::word);
  private static final Choice<Method> METHOD = Choice.of(Method.values(), SetupActionFormat::word);

  private final Fields fields;
  private final List<UnaryOperator<AppSetupPlan>> changes = new ArrayList<>();

  private AppSetupPlanFormat(Fields fields) {
    this.fields = fields;
  }

  static UnaryOperator<AppSetupPlan> change(Fields fields) {
    var format = new AppSetupPlanFormat(fields);
    format.signIn();
    format.verifications();
    return format::applied;
  }

  private AppSetupPlan applied(AppSetupPlan plan) {
    var changed = plan;
    for (var change : changes) {
      changed = change.apply(changed);
    }
    return changed;
  }

  private void signIn() {
    add("code", SourceNode::asText, AppSetupPlan::code);
    add("codeLifetime", Length::read, AppSetupPlan::codesLastFor);
    add("tries", SignInPlanFormat::tries, AppSetupPlan::tries);
    add("requestLifetime", Length::read, AppSetupPlan::requestsLastFor);
    lasting("initializing", AppSetupPlan::initializesFor, AppSetupPlan::neverInitializes);
    lasting("firstSync", AppSetupPlan::syncsFor, AppSetupPlan::neverSyncs);
    add("afterInitializing", AppSetupPlanFormat::later, AppSetupPlan::thenNeeds);
  }

  private static String later(SourceNode node) {
    var state = SetupActionFormat.state(node);
    var early = List.of(Step.NEEDS_LOGIN, Step.INITIALIZING);
    if (early.stream().map(SetupActionFormat::word).anyMatch(state::equals)) {
      throw node.mistake(
          "The state " + state + " does not follow",
          "It is what comes behind initializing",
          "Write needs-verification, or another one behind it");
    }
    return state;
  }

  private void verifications() {
    add("otherDevice", DEVICE::read, (plan, device) -> otherDevice(plan, device));
    add("after", Length::read, AppSetupPlan::otherDeviceTakes);
    var methods = fields.list("methods", METHOD::read);
    if (!methods.isEmpty()) {
      var words = methods.stream().map(SetupActionFormat::word).toArray(String[]::new);
      changes.add(plan -> plan.methods(words));
    }
    add("verificationLifetime", Length::read, AppSetupPlan::verificationsLastFor);
    add("keptFor", Length::read, AppSetupPlan::verificationsAreKeptFor);
    add("secrets", SECRETS::read, (plan, secrets) -> secrets(plan, secrets));
  }

  private static AppSetupPlan otherDevice(AppSetupPlan plan, OtherDevice device) {
    return switch (device) {
      case HELPS -> plan.otherDeviceHelps();
      case REFUSES -> plan.otherDeviceRefuses();
      case MISMATCHES -> plan.otherDeviceMismatches();
      case WAITS -> plan.otherDeviceWaits();
    };
  }

  private static AppSetupPlan secrets(AppSetupPlan plan, Secrets secrets) {
    return secrets == Secrets.ARRIVE ? plan.secretsArrive() : plan.secretsStayAway();
  }

  private <T> void add(
      String name,
      Function<SourceNode, T> reader,
      BiFunction<AppSetupPlan, T, AppSetupPlan> change) {
    var value = fields.orNull(name, reader);
    if (value != null) {
      changes.add(plan -> change.apply(plan, value));
    }
  }

  /** A length of time, or the word that there is none. */
  private void lasting(
      String name,
      BiFunction<AppSetupPlan, Duration, AppSetupPlan> change,
      UnaryOperator<AppSetupPlan> forever) {
    var node = fields.find(name);
    if (node == null) {
      return;
    }
    if (node.asText().equals(NEVER)) {
      changes.add(forever);
    } else {
      var span = Length.read(node);
      changes.add(plan -> change.apply(plan, span));
    }
  }
}
