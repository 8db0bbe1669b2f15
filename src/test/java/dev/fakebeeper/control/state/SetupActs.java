package dev.fakebeeper.control.state;

import dev.fakebeeper.world.AppState;
import dev.fakebeeper.world.RecoveryKeyRules;
import dev.fakebeeper.world.RecoveryKeys;
import dev.fakebeeper.world.SetupPlay;
import dev.fakebeeper.world.SetupRequest;
import dev.fakebeeper.world.SetupRules;
import dev.fakebeeper.world.SetupState;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.Verification;
import dev.fakebeeper.world.Verification.Failure;
import dev.fakebeeper.world.Verification.Purpose;
import dev.fakebeeper.world.VerificationPlan;
import dev.fakebeeper.world.VerificationPlay;
import dev.fakebeeper.world.VerificationRules;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

/** What happens to sign-in and setup of the app in a random life. */
final class SetupActs {
  private SetupActs() {}

  static Object stands(Transaction tx, RandomLife life) {
    var step = life.one(EnumSet.allOf(AppState.Step.class));
    SetupPlay.stand(tx, step);
    return step;
  }

  static Object signsIn(Transaction tx, RandomLife life) {
    var setup = tx.state().setup();
    if (setup.app().isSignedIn()) {
      SetupPlay.signOut(tx);
      return "signed out";
    }
    if (setup.requests().isEmpty() || life.random().nextInt(9) == 0) {
      return SetupRules.start(tx);
    }
    var request = life.one(setup.requests().values());
    return switch (request.stage()) {
      case BEGUN, ENDED -> {
        var address = life.random().nextBoolean() ? SetupState.OWNERS_MAIL : "new@example.org";
        yield SetupRules.mail(tx, request.id(), address);
      }
      case MAILED -> SetupRules.answer(tx, "x", request.id(), code(request, life));
      case REGISTERING ->
          SetupRules.register(
              tx,
              "x",
              new SetupRules.Registration(
                  request.id(),
                  String.valueOf(request.leadToken()),
                  "new" + life.random().nextInt(4)));
    };
  }

  private static String code(SetupRequest request, RandomLife life) {
    return life.random().nextInt(4) == 0 ? "wrong" : Objects.requireNonNull(request.code());
  }

  static Object unlocks(Transaction tx, RandomLife life) {
    var offered = tx.state().setup().keys().offered();
    if (offered != null && life.random().nextBoolean()) {
      RecoveryKeyRules.confirm(tx, offered);
      return "confirmed";
    }
    if (life.random().nextBoolean()) {
      return RecoveryKeyRules.reset(tx, null);
    }
    RecoveryKeyRules.verify(tx, RecoveryKeys.USUAL);
    return "verified";
  }

  static Object verifies(Transaction tx, RandomLife life) {
    var open = VerificationRules.running(tx.state());
    if (open.isEmpty() || life.random().nextInt(9) == 0) {
      var purpose = life.one(EnumSet.allOf(Purpose.class));
      return life.random().nextBoolean()
          ? VerificationRules.create(tx, purpose, null)
          : VerificationPlay.request(tx, purpose, null, null);
    }
    var one = life.one(open);
    var action = life.one(one.actions());
    return switch (action) {
      case ACCEPT -> VerificationRules.accept(tx, one.id());
      case SAS_START ->
          life.random().nextBoolean() || one.qr() == null
              ? VerificationRules.startSas(tx, one.id())
              : VerificationRules.scan(tx, one.qr().there());
      case SAS_CONFIRM -> VerificationRules.confirmSas(tx, one.id());
      case QR_CONFIRM_SCANNED -> VerificationRules.confirmScanned(tx, one.id());
      case CANCEL -> VerificationRules.cancel(tx, one.id(), new Failure("m.user", life.word()));
    };
  }

  static Object answers(Transaction tx, RandomLife life) {
    var id = life.one(tx.state().setup().verifications().keySet());
    return switch (life.random().nextInt(7)) {
      case 0 -> VerificationPlay.accept(tx, id);
      case 1 -> VerificationPlay.startSas(tx, id);
      case 2 -> VerificationPlay.scan(tx, id);
      case 3 -> VerificationPlay.confirm(tx, id);
      case 4 -> VerificationPlay.mismatch(tx, id);
      case 5 -> VerificationPlay.fail(tx, id, new Failure("m.x", life.word()));
      default -> VerificationPlay.expire(tx, id);
    };
  }

  static Object plans(Transaction tx, RandomLife life) {
    var setup = tx.state().setup();
    var verifications =
        VerificationPlan.usual()
            .withOtherDevice(life.one(EnumSet.allOf(VerificationPlan.OtherDevice.class)))
            .withSecrets(life.one(EnumSet.allOf(VerificationPlan.Secrets.class)))
            .withMethods(List.of(life.one(EnumSet.allOf(Verification.Method.class))));
    var plan = setup.plan().withVerifications(verifications).withTries(life.random().nextInt(1, 4));
    tx.put(setup.withPlan(plan));
    return plan;
  }
}
