/** The vendor's own SDKs as clients of a running fake. They live in {@code src/test/node}. */
@NullMarked
package dev.fakebeeper.sdk;

import org.jspecify.annotations.NullMarked;
