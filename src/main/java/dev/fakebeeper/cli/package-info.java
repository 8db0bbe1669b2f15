/**
 * The command line: reads arguments, calls the root, prints. The only place that writes to the
 * standard streams. Hides picocli. Imports the root and control.
 */
@NullMarked
package dev.fakebeeper.cli;

import org.jspecify.annotations.NullMarked;
