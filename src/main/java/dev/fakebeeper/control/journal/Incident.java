package dev.fakebeeper.control.journal;

import java.time.Instant;

/**
 * Something that a test had planned and that could not be done, such as a step of a scenario whose
 * chat is gone.
 *
 * @param source whose plan it was, such as {@code scenario app-restarts}
 * @param text why it could not be done, for people
 */
public record Incident(long number, Instant at, String world, String source, String text)
    implements Entry {}
