/**
 * Failure bundles: one file with all that was seen of a world when a test failed, to be looked at
 * again on another machine. The extension writes them, the command line reads them.
 */
@NullMarked
package dev.fakebeeper.control.bundle;

import org.jspecify.annotations.NullMarked;
