package dev.fakebeeper.world;

import dev.fakebeeper.world.Verification.Direction;
import dev.fakebeeper.world.Verification.Failure;
import dev.fakebeeper.world.Verification.Method;
import dev.fakebeeper.world.Verification.Purpose;
import dev.fakebeeper.world.Verification.Side;
import dev.fakebeeper.world.Verification.Stage;
import java.util.EnumSet;
import java.util.Set;

/** How a verification goes from stage to stage, whoever does it. */
final class VerificationProgress {
  private static final int ID_LENGTH = 16;
  private static final int QR_LENGTH = 32;
  private static final int EMOJI = 7;

  /** The emoji that Matrix compares, in its order. */
  private static final String[] EMOJIS =
      ("🐶 🐱 🦁 🐎 🦄 🐷 🐘 🐰 🐼 🐓 🐧 🐢 🐟 🐙 🦋 🌷 🌳 🌵 🍄 🌏 🌙 ☁️ 🔥 🍌 🍎 🍓 🌽 🍕 🎂 ❤️ 😀 🤖"
              + " 🎩 👓 🔧 🎅 👍 ☂️ ⌛ ⏰ 🎁 💡 📕 ✏️ 📎 ✂️ 🔒 🔑 🔨 ☎️ 🏁 🚂 🚲 ✈️ 🚀 🏆 ⚽ 🎸 🎺 🔔 ⚓ 🎧"
              + " 📁 📌")
          .split(" ");

  private VerificationProgress() {}

  /** Begins one; the other device is not known yet. */
  static VerificationBuilder begin(Transaction transaction, Direction direction, Purpose purpose) {
    var app = transaction.state().setup().app();
    app.requireIdentity();
    if (!app.hasReached(AppState.Milestone.CROSS_SIGNING)) {
      throw WorldException.conflict("Devices cannot be verified yet");
    }
    var plan = transaction.state().setup().plan().verifications();
    return VerificationBuilder.builder()
        .id("vf_" + transaction.newText(ID_LENGTH))
        .purpose(purpose)
        .direction(direction)
        .stage(Stage.REQUESTED)
        .methods(plan.methods())
        .confirmed(Set.of())
        .expiresAt(transaction.now().plus(plan.lifetime()));
  }

  /** Stores one that is new. */
  static Verification started(Transaction transaction, Verification verification) {
    transaction.schedule(verification.expiresAt(), new Timer.VerificationExpiry(verification.id()));
    return store(transaction, verification);
  }

  /** Stores one that goes on, and plans what the other device does about it. */
  static Verification store(Transaction transaction, Verification verification) {
    var act = new Timer.VerificationAct(verification.id());
    var plan = transaction.state().setup().plan().verifications();
    transaction.cancel(act);
    if (verification.isOthersTurn() && plan.otherDevice() != VerificationPlan.OtherDevice.WAITS) {
      transaction.schedule(transaction.now().plus(plan.actsAfter()), act);
    }
    transaction.put(transaction.state().setup().with(verification));
    return verification;
  }

  /** Both sides are there; codes to scan are shown where that is possible. */
  static Verification ready(Transaction transaction, Verification verification) {
    var qr =
        verification.methods().contains(Method.QR)
            ? new Verification.Qr(newQr(transaction), newQr(transaction))
            : null;
    return store(transaction, verification.withStage(Stage.READY).withQr(qr));
  }

  private static String newQr(Transaction transaction) {
    return "MATRIX-FAKE-" + transaction.newText(QR_LENGTH);
  }

  /** Both sides show what is to be compared. */
  static Verification compare(Transaction transaction, Verification verification) {
    var emojis = new StringBuilder();
    transaction.newText(EMOJI).chars().forEach(c -> emojis.append(EMOJIS[c % EMOJIS.length]));
    var numbers = transaction.newText(6);
    var decimals =
        "%d %d %d".formatted(decimal(numbers, 0), decimal(numbers, 2), decimal(numbers, 4));
    return store(
        transaction,
        verification
            .withStage(Stage.SAS_READY)
            .withSas(new Verification.Sas(emojis.toString(), decimals)));
  }

  /** Between 1000 and 9191, as in Matrix. */
  private static int decimal(String text, int at) {
    return 1000 + (text.charAt(at) * 8191 + text.charAt(at + 1) * 127) % 8192;
  }

  /** One side says that what is compared is the same; done once both have. */
  static Verification confirm(Transaction transaction, Verification verification, Side side) {
    var confirmed = EnumSet.of(side);
    confirmed.addAll(verification.confirmed());
    var more = verification.withConfirmed(confirmed);
    return confirmed.size() == Side.values().length
        ? done(transaction, more)
        : store(transaction, more);
  }

  /** The devices trust each other. */
  static Verification done(Transaction transaction, Verification verification) {
    var done = end(transaction, verification.withStage(Stage.DONE));
    var own = transaction.state().setup().app().requireIdentity().userId();
    if (done.otherUserId().equals(own)) {
      SetupProgress.trusted(transaction);
    }
    return done;
  }

  /** It ends without success. */
  static Verification fail(
      Transaction transaction, Verification verification, Stage stage, Failure failure) {
    return end(transaction, verification.withStage(stage).withFailure(failure));
  }

  private static Verification end(Transaction transaction, Verification ended) {
    transaction.cancel(new Timer.VerificationExpiry(ended.id()));
    var keptFor = transaction.state().setup().plan().verifications().keptFor();
    transaction.schedule(
        transaction.now().plus(keptFor), new Timer.VerificationForgetting(ended.id()));
    return store(transaction, ended);
  }

  static void forget(Transaction transaction, String id) {
    transaction.cancel(new Timer.VerificationExpiry(id));
    transaction.cancel(new Timer.VerificationAct(id));
    transaction.cancel(new Timer.VerificationForgetting(id));
    var setup = transaction.state().setup();
    transaction.put(setup.withVerifications(setup.verifications().minus(id)));
  }
}
