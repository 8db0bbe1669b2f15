/**
 * Bridges and their wizards, read from data files that a user can add to. The format is described
 * in {@code docs/bridges.md}. Imports source, world, and the words of control.worlds and
 * control.actions; public only for our own packages, but for {@link
 * dev.fakebeeper.control.bridges.BridgeFile}.
 */
@NullMarked
package dev.fakebeeper.control.bridges;

import org.jspecify.annotations.NullMarked;
