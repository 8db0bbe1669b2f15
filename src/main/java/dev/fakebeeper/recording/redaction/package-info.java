/**
 * Takes out of a recording what must not be seen, before anything is written: everything, but what
 * is known to be harmless. Knows messages and the contract, not the world.
 */
@NullMarked
package dev.fakebeeper.recording.redaction;

import org.jspecify.annotations.NullMarked;
