/**
 * Starting worlds: the file format, the bundled files, generated ones. A file becomes a plan, which
 * is read once; a plan becomes a state for a start time and a seed. Imports world and
 * control.source; public only for our own packages.
 */
@NullMarked
package dev.fakebeeper.control.worlds;

import org.jspecify.annotations.NullMarked;
