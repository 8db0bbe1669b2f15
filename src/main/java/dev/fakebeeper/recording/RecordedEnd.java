package dev.fakebeeper.recording;

import dev.fakebeeper.recording.RecordedFrame.Sender;
import java.time.Duration;

/**
 * How a WebSocket ended.
 *
 * @param after since it was opened; not negative
 * @param sender who ended it
 * @param code the close code of RFC 6455; 1006 when the connection was lost without a word
 * @param reason may be empty
 */
public record RecordedEnd(Duration after, Sender sender, int code, String reason) {}
