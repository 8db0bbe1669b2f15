package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;

/**
 * Choices of behaviour where the real server is not known, differs between builds, or can be set.
 * Each default is the one that the evidence favours.
 *
 * @param unarchiveOnIncoming whether a message of somebody else takes a chat out of the archive
 *     unless it is muted (inferred)
 * @param uploadLifetime how long an upload handle works (assumed)
 * @param focusSetsDraft whether focusing with a draft text stores the draft under the usual rule
 *     (inferred)
 * @param rawHtmlText whether a JSON-quoted text is taken as Matrix HTML as it is (documented in
 *     older builds)
 */
@RecordBuilder
public record WorldRules(
    boolean unarchiveOnIncoming,
    Duration uploadLifetime,
    boolean focusSetsDraft,
    boolean rawHtmlText)
    implements WorldRulesBuilder.With {

  /** The defaults. */
  public static WorldRules defaults() {
    return new WorldRules(true, Timer.UPLOAD_LIFETIME, true, true);
  }
}
