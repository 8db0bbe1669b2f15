/**
 * What happens in a world without the client: one vocabulary of actions for whoever writes it down,
 * in a scenario file or in a request to the control API. An action is read once, with the place of
 * every mistake, and run in any world. Imports control, control.source and control.worlds; public
 * only for our own packages.
 */
@NullMarked
package dev.fakebeeper.control.actions;

import org.jspecify.annotations.NullMarked;
