/**
 * The values of the world in the vendor's JSON shapes, both ways. Imports world and Jackson,
 * nothing else.
 */
@NullMarked
package dev.fakebeeper.world.json;

import org.jspecify.annotations.NullMarked;
