/**
 * Scenarios: files that say from which world a test starts, how sends go, what fails, and what
 * happens when; and their engine, which plays any number of them in a running world. A file is read
 * once, with the place of every mistake; what waits for its time is a timer of the world, so that
 * snapshots and forks carry it. Imports control and its other packages.
 */
@NullMarked
package dev.fakebeeper.control.scenarios;

import org.jspecify.annotations.NullMarked;
