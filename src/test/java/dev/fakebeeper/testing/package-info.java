/** Builders of worlds for tests: each needs only what the test is about. */
@NullMarked
package dev.fakebeeper.testing;

import org.jspecify.annotations.NullMarked;
