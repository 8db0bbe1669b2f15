package dev.fakebeeper.recording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When and of what a recording was made. Nothing here tells where the app ran or who used it.
 *
 * @param startedAt when it began, on the machine's clock; the times of calls and sockets are told
 *     from here
 * @param contractVersion the version of the contract that the recorder held against the answers,
 *     such as {@code 5.0.0}; null when a recording was made without one
 * @param desktopVersion the version that the app told in its answers, null when it told none
 */
public record RecordingHead(
    Instant startedAt, @Nullable String contractVersion, @Nullable String desktopVersion) {}
