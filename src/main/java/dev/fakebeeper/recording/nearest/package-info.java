/**
 * Which request of a recording is nearest to one that it does not know, and what differs: the
 * answer to "why does my replay refuse this?".
 */
@NullMarked
package dev.fakebeeper.recording.nearest;

import org.jspecify.annotations.NullMarked;
