/**
 * How the real application differs from the contract, found in recorded calls and frames and told
 * as text, JSON and JUnit XML. A report holds no value that was not redacted.
 */
@NullMarked
package dev.fakebeeper.recording.drift;

import org.jspecify.annotations.NullMarked;
