/**
 * The JUnit 5 and 6 extension: {@link dev.fakebeeper.junit.FakeBeeperTest} on a class, or a {@link
 * dev.fakebeeper.junit.FakeBeeperExtension} in a field for a server of one's own. Everything else
 * here is package-private. Imports the root and control; nothing imports it.
 */
@NullMarked
package dev.fakebeeper.junit;

import org.jspecify.annotations.NullMarked;
