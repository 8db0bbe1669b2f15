package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.OtherDevice;
import dev.fakebeeper.control.Verifications;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import dev.fakebeeper.world.AppState.Step;
import dev.fakebeeper.world.Verification.Purpose;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what happens to sign-in and setup of the app, and to device verifications. */
final class SetupActionFormat {
  private static final Choice<Step> STATE = Choice.of(Step.values(), SetupActionFormat::word);
  private static final Choice<Purpose> PURPOSE =
      Choice.of(Purpose.values(), SetupActionFormat::word);
  private static final Choice<Deed> DEED = Choice.of(Deed.values(), SetupActionFormat::word);

  private SetupActionFormat() {}

  private enum Deed {
    ACCEPT,
    START_SAS,
    CONFIRM,
    SCAN,
    MISMATCH,
    CANCEL,
    EXPIRE,
    FAIL
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Action plan(SourceNode node) {
    var fields = node.asFields("A plan for setup");
    var change = AppSetupPlanFormat.change(fields);
    fields.done();
    return new SetupAction.Plan(change);
  }

  static Action stand(SourceNode node) {
    var fields = node.asFields("The state of setup");
    var action = new SetupAction.Stand(state(fields.require("state")));
    fields.done();
    return action;
  }

  static String state(SourceNode node) {
    return word(STATE.read(node));
  }

  static Action enlist(SourceNode node) {
    var fields = node.asFields("A user of Beeper");
    var action =
        new SetupAction.Enlist(
            fields.require("email").asText(), fields.require("username").asText());
    fields.done();
    return action;
  }

  static Action request(SourceNode node) {
    var fields = node.asFields("A verification that another device asks for");
    var device = fields.text("deviceID");
    var name = fields.find("deviceName");
    if (name != null && device == null) {
      throw name.mistake(
          "The device has no id",
          "The usual device has its name already",
          "Add \"deviceID\", or remove this");
    }
    var action =
        new SetupAction.Request(
            new Verifications.Wanted(
                word(fields.or("purpose", PURPOSE::read, Purpose.LOGIN)),
                device,
                name == null ? null : name.asText(),
                fields.text("userID")));
    fields.done();
    return action;
  }

  static Action act(SourceNode node) {
    var fields = node.asFields("What the other device does");
    var id = fields.text("verificationID");
    var deed = DEED.read(fields.require("does"));
    var why = why(fields, deed);
    fields.done();
    return new SetupAction.Act(id, deed(deed, why));
  }

  private record Why(String code, String reason) {}

  private static @Nullable Why why(Fields fields, Deed deed) {
    var code = fields.find("code");
    var reason = fields.find("reason");
    var given = code == null ? reason : code;
    if (given != null && deed != Deed.CANCEL && deed != Deed.FAIL) {
      throw given.mistake(
          "Nothing ends here",
          "Only what cancels or fails says why",
          "Remove \"code\" and \"reason\"");
    }
    return given == null && deed != Deed.FAIL
        ? null
        : new Why(fields.require("code").asText(), fields.require("reason").asText());
  }

  private static Consumer<OtherDevice> deed(Deed deed, @Nullable Why why) {
    return switch (deed) {
      case ACCEPT -> OtherDevice::accept;
      case START_SAS -> OtherDevice::startSas;
      case CONFIRM -> OtherDevice::confirm;
      case SCAN -> OtherDevice::scan;
      case MISMATCH -> OtherDevice::mismatch;
      case EXPIRE -> OtherDevice::expire;
      case CANCEL, FAIL -> why == null ? OtherDevice::cancel : ends(deed, why);
    };
  }

  private static Consumer<OtherDevice> ends(Deed deed, Why why) {
    return deed == Deed.FAIL
        ? device -> device.fail(why.code(), why.reason())
        : device -> device.cancel(why.code(), why.reason());
  }
}
