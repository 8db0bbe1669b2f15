package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.AppState;
import dev.fakebeeper.world.AppState.Milestone;
import dev.fakebeeper.world.SetupState;
import org.jspecify.annotations.Nullable;

/** The state of the app as the vendor's {@code AppStateSnapshot}. */
public final class AppStateJson {
  private AppStateJson() {}

  /** An {@code AppStateSnapshot}. */
  public static ObjectNode of(SetupState setup) {
    return Members.inline()
        .node("e2ee", encryption(setup))
        .text("state", Wire.hyphenated(setup.app().step()))
        .node("matrix", identity(setup.app().identity()))
        .node("verification", setup.running().map(VerificationJson::of).orElse(null))
        .done();
  }

  private static ObjectNode encryption(SetupState setup) {
    var app = setup.app();
    var madeAt = setup.keys().madeAt();
    return Members.inline()
        .flag("crossSigning", app.hasReached(Milestone.CROSS_SIGNING))
        .flag("firstSyncDone", app.hasReached(Milestone.FIRST_SYNC))
        .flag("hasBackedUpRecoveryKey", app.hasReached(Milestone.RECOVERY_KEY_BACKED_UP))
        .flag("initialized", app.hasReached(Milestone.INITIALIZED))
        .flag("keyBackup", app.hasReached(Milestone.KEY_BACKUP))
        .node("secrets", secrets(app))
        .flag("secretStorage", app.hasReached(Milestone.SECRET_STORAGE))
        .flag("verified", app.hasReached(Milestone.VERIFIED))
        .number("recoveryKeyGeneratedAt", madeAt == null ? null : madeAt.toEpochMilli())
        .done();
  }

  private static ObjectNode secrets(AppState app) {
    return Members.inline()
        .flag("masterKey", app.hasReached(Milestone.MASTER_KEY))
        .flag("megolmBackupKey", app.hasReached(Milestone.MEGOLM_BACKUP_KEY))
        .flag("recoveryKey", app.hasReached(Milestone.RECOVERY_KEY))
        .flag("selfSigningKey", app.hasReached(Milestone.SELF_SIGNING_KEY))
        .flag("userSigningKey", app.hasReached(Milestone.USER_SIGNING_KEY))
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
