package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.AppState;
import dev.fakebeeper.world.AppState.Milestone;
import org.jspecify.annotations.Nullable;

/** The state of the app as the vendor's {@code AppStateSnapshot}. */
public final class AppStateJson {
  private AppStateJson() {}

  /** An {@code AppStateSnapshot}. */
  public static ObjectNode of(AppState state) {
    var verification = state.verification();
    return Members.inline()
        .node("e2ee", encryption(state))
        .text("state", Wire.hyphenated(state.step()))
        .node("matrix", identity(state.identity()))
        .node("verification", verification == null ? null : VerificationJson.of(verification))
        .done();
  }

  private static ObjectNode encryption(AppState state) {
    return Members.inline()
        .flag("crossSigning", state.done().contains(Milestone.CROSS_SIGNING))
        .flag("firstSyncDone", state.done().contains(Milestone.FIRST_SYNC))
        .flag("hasBackedUpRecoveryKey", state.done().contains(Milestone.RECOVERY_KEY_BACKED_UP))
        .flag("initialized", state.done().contains(Milestone.INITIALIZED))
        .flag("keyBackup", state.done().contains(Milestone.KEY_BACKUP))
        .node("secrets", secrets(state))
        .flag("secretStorage", state.done().contains(Milestone.SECRET_STORAGE))
        .flag("verified", state.done().contains(Milestone.VERIFIED))
        .done();
  }

  private static ObjectNode secrets(AppState state) {
    return Members.inline()
        .flag("masterKey", state.done().contains(Milestone.MASTER_KEY))
        .flag("megolmBackupKey", state.done().contains(Milestone.MEGOLM_BACKUP_KEY))
        .flag("recoveryKey", state.done().contains(Milestone.RECOVERY_KEY))
        .flag("selfSigningKey", state.done().contains(Milestone.SELF_SIGNING_KEY))
        .flag("userSigningKey", state.done().contains(Milestone.USER_SIGNING_KEY))
        .done();
  }

  private static @Nullable ObjectNode identity(AppState.@Nullable Identity identity) {
    return identity == null
        ? null
        : Members.inline()
            .text("deviceID", identity.deviceId())
            .text("homeserver", identity.homeserver())
            .text("userID", identity.userId())
            .done();
  }
}
