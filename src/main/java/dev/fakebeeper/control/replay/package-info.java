/**
 * A recording played again: which one a world answers from, and the frames of its sockets on the
 * clock of the world. How requests find their recorded answers is the business of {@code stubs}.
 */
@NullMarked
package dev.fakebeeper.control.replay;

import org.jspecify.annotations.NullMarked;
