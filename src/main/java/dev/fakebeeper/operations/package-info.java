/**
 * One class for each resource of the vendor's API: a call becomes a read or a change of the world
 * and an answer. Knows neither who listens nor which server asked. Imports contract, world and
 * world.json.
 */
@NullMarked
package dev.fakebeeper.operations;

import org.jspecify.annotations.NullMarked;
