package dev.fakebeeper;

import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.control.journal.JournalLimits;
import dev.fakebeeper.control.scenarios.Scenario;
import dev.fakebeeper.control.scenarios.ServerPart;
import dev.fakebeeper.events.EventSettings;
import dev.fakebeeper.http.BodyLimits;
import dev.fakebeeper.http.EdgeSettings.Forwarding;
import dev.fakebeeper.http.PipelineSettings.Answers;
import dev.fakebeeper.http.PipelineSettings.Strictness;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.time.Instant;
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
    boolean coverage)
    implements SettingsBuilder.With {

  /** What a scenario may ask of the server. */
  ServerPart server() {
    return new ServerPart(version.toString(), host, forwarding == Forwarding.HONOURED);
  }
}
