/**
 * What goes wrong with HTTP on purpose: which calls a fault strikes, what the client feels, the
 * plan of a world with its counts, answers that wait for the world's clock. Knows nothing of
 * sockets: the edge carries out what is decided here. A test meets {@link
 * dev.fakebeeper.control.faults.Fault} and {@link dev.fakebeeper.control.faults.Faults}.
 */
@NullMarked
package dev.fakebeeper.control.faults;

import org.jspecify.annotations.NullMarked;
