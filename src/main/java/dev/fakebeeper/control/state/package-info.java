/**
 * State files: one JSON format of a whole world, for export and import. What stands in one is
 * described in {@code docs/state-file.md}. Hides Jackson's data binding; imports world; public only
 * for our own packages, but for {@link dev.fakebeeper.control.state.StateException} and its {@link
 * dev.fakebeeper.control.state.Problem}s, which users see.
 */
@NullMarked
package dev.fakebeeper.control.state;

import org.jspecify.annotations.NullMarked;
