package dev.fakebeeper;

import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.control.ConsentPlan;
import dev.fakebeeper.control.bridges.BridgeFile;
import dev.fakebeeper.control.journal.JournalLimits;
import dev.fakebeeper.control.lift.LiftedWorld;
import dev.fakebeeper.control.replay.Playback;
import dev.fakebeeper.control.scenarios.Scenario;
import dev.fakebeeper.control.scenarios.ServerPart;
import dev.fakebeeper.events.EventSettings;
import dev.fakebeeper.http.BodyLimits;
import dev.fakebeeper.http.EdgeSettings;
import dev.fakebeeper.http.EdgeSettings.Forwarding;
import dev.fakebeeper.http.PipelineSettings.Answers;
import dev.fakebeeper.http.PipelineSettings.Strictness;
import dev.fakebeeper.operations.OperationsSettings;
import dev.fakebeeper.world.WorldRules;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@link FakeBeeperConfig} holds, in the words of the packages below.
 *
 * @param contract null for the bundled document
 * @param controlToken null for none, or for one that is made at the start when it is needed
 * @param frozenAt null for a clock that follows the machine
 * @param scenario null for none
 * @param coverage whether it is counted from the start
 * @param bridges those that every new world has beside its own
 * @param playback the recording that every new world plays, null for none
 * @param lifted the starting world in place of the named one, null for none
 * @param stubs files and folders of stub mappings that every world begins with
 * @param consent what becomes of OAuth clients in every new world
 * @param record null to answer by itself
 */
@RecordBuilder
record Settings(
    String host,
    int port,
    String token,
    @Nullable String controlToken,
    String world,
    @Nullable Path contract,
    ApiVersion version,
    Strictness strictness,
    Answers answers,
    @Nullable Instant frozenAt,
    long seed,
    Set<String> refusedOldForms,
    BodyLimits limits,
    Forwarding forwarding,
    EventSettings.Timestamps eventTimes,
    JournalLimits journals,
    @Nullable Scenario scenario,
    boolean coverage,
    List<BridgeFile> bridges,
    @Nullable Playback playback,
    @Nullable LiftedWorld lifted,
    List<Path> stubs,
    ConsentPlan consent,
    @Nullable RecordMode record)
    implements SettingsBuilder.With {
  private static final String NEWEST_FORM = "4.3.0";

  /** What a scenario may ask of the server. */
  ServerPart server() {
    return new ServerPart(version.toString(), host, forwarding == Forwarding.HONOURED);
  }

  EventSettings events(Contract served) {
    var newest = version.isAtLeast(NEWEST_FORM);
    return EventSettings.defaults()
        .withShape(served::shows)
        .withTimestamps(eventTimes)
        .withAppState(newest ? EventSettings.AppState.KNOWN : EventSettings.AppState.UNKNOWN);
  }

  /** A JSON-quoted text is Matrix HTML in the documents of builds before 4.3.0 only. */
  WorldRules rules() {
    return WorldRules.defaults().withRawHtmlText(!version.isAtLeast(NEWEST_FORM));
  }

  /** Builds before 4.3.0 declare no 409. */
  OperationsSettings operations() {
    var defaults = OperationsSettings.defaults();
    return version.isAtLeast(NEWEST_FORM) ? defaults : defaults.withConflictStatus(422);
  }

  EdgeSettings edge() {
    return new EdgeSettings(host, port, version.toString(), forwarding, controlToken);
  }
}
