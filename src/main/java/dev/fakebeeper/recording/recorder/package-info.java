/**
 * Makes a recording while clients and an application talk: takes messages from many threads, and
 * redacts, checks and writes them on one of its own.
 */
@NullMarked
package dev.fakebeeper.recording.recorder;

import org.jspecify.annotations.NullMarked;
