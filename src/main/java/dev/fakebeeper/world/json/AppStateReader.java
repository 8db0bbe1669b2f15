package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.world.AppState;
import dev.fakebeeper.world.AppState.Milestone;
import dev.fakebeeper.world.Verification;
import dev.fakebeeper.world.VerificationBuilder;
import java.util.EnumSet;
import java.util.Map;

/** The state of the app from the vendor's {@code AppStateSnapshot}. */
public final class AppStateReader {
  private static final Map<String, Milestone> ENCRYPTION =
      Map.of(
          "crossSigning", Milestone.CROSS_SIGNING,
          "firstSyncDone", Milestone.FIRST_SYNC,
          "hasBackedUpRecoveryKey", Milestone.RECOVERY_KEY_BACKED_UP,
          "initialized", Milestone.INITIALIZED,
          "keyBackup", Milestone.KEY_BACKUP,
          "secretStorage", Milestone.SECRET_STORAGE,
          "verified", Milestone.VERIFIED);
  private static final Map<String, Milestone> SECRETS =
      Map.of(
          "masterKey", Milestone.MASTER_KEY,
          "megolmBackupKey", Milestone.MEGOLM_BACKUP_KEY,
          "recoveryKey", Milestone.RECOVERY_KEY,
          "selfSigningKey", Milestone.SELF_SIGNING_KEY,
          "userSigningKey", Milestone.USER_SIGNING_KEY);

  private AppStateReader() {}

  /** The state of the app. */
  public static AppState read(JsonNode json) {
    var state = Given.in(json);
    var encryption = state.part("e2ee");
    var done = EnumSet.noneOf(Milestone.class);
    add(done, encryption, ENCRYPTION);
    add(done, encryption.part("secrets"), SECRETS);
    return new AppState(
        state.word("state", AppState.Step.READY),
        state.object("matrix", AppStateReader::identity),
        done,
        state.object("verification", AppStateReader::verification));
  }

  private static void add(EnumSet<Milestone> done, Given flags, Map<String, Milestone> names) {
    names.forEach(
        (name, milestone) -> {
          if (flags.flag(name)) {
            done.add(milestone);
          }
        });
  }

  private static AppState.Identity identity(Given matrix) {
    return new AppState.Identity(
        matrix.text("userID", ""), matrix.text("deviceID", ""), matrix.text("homeserver", ""));
  }

  private static Verification verification(Given one) {
    return VerificationBuilder.builder()
        .id(one.text("id", ""))
        .purpose(one.text("purpose", ""))
        .direction(one.text("direction", ""))
        .state(one.text("state", ""))
        .methods(one.texts("methods"))
        .availableActions(one.texts("availableActions"))
        .otherUserId(one.text("otherUserID"))
        .otherDeviceId(one.part("otherDevice").text("id"))
        .otherDeviceName(one.part("otherDevice").text("name"))
        .qrData(one.part("qr").text("data"))
        .sasEmojis(one.part("sas").text("emojis"))
        .sasDecimals(one.part("sas").text("decimals"))
        .errorCode(one.part("error").text("code"))
        .errorReason(one.part("error").text("reason"))
        .build();
  }
}
