package dev.fakebeeper.recording;

import dev.fakebeeper.contract.ApiRequest;
import java.time.Duration;

/**
 * One request and its answer.
 *
 * @param after when the request came in, since the recording began; not negative
 * @param took from the whole request to the whole answer; not negative
 * @param request as it came in
 */
public record RecordedCall(
    Duration after, Duration took, ApiRequest request, RecordedAnswer answer) {}
