/**
 * What of the contract the clients of a fake have exercised: counted from the journals of its
 * worlds, told as JSON, Markdown and JUnit XML, held against thresholds.
 */
@NullMarked
package dev.fakebeeper.control.coverage;

import org.jspecify.annotations.NullMarked;
