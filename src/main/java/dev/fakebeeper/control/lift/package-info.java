/**
 * Turns a recording into a starting world, and proves it: what an app showed while it was recorded
 * becomes the state from which its clients can begin again, and go where they never went.
 *
 * <p>What is read stays JSON until the end, because which sighting counts is a question of time,
 * not of meaning: {@link dev.fakebeeper.control.lift.Sightings} decides it, {@code world.json}
 * reads what is left.
 */
@NullMarked
package dev.fakebeeper.control.lift;

import org.jspecify.annotations.NullMarked;
