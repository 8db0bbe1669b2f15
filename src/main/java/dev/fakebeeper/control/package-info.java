/**
 * What a test may do and a client may not: start from a chosen world, play what others do, move
 * time, make things fail, look at what happened. The same powers work without a server. Imports
 * contract, world, world.json and events.
 *
 * <p>{@link dev.fakebeeper.control.source} reads files so that every mistake in them has a line;
 * {@link dev.fakebeeper.control.worlds} knows the format of starting worlds, {@link
 * dev.fakebeeper.control.state} that of whole states, {@link dev.fakebeeper.control.actions} that
 * of what happens in one.
 */
@NullMarked
package dev.fakebeeper.control;

import org.jspecify.annotations.NullMarked;
