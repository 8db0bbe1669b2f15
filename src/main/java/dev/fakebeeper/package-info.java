/** The door: start a fake, ask for its address, stop it. */
@NullMarked
package dev.fakebeeper;

import org.jspecify.annotations.NullMarked;
