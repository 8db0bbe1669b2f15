/**
 * All state of one fake Beeper as an immutable value, and every rule that spans resources. Plain
 * Java with persistent collections: no HTTP, no JSON. Imports nothing of ours; public only for our
 * own packages.
 */
@NullMarked
package dev.fakebeeper.world;

import org.jspecify.annotations.NullMarked;
