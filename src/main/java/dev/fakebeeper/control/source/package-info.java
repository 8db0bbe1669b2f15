/**
 * Files that people write, as trees that remember where everything stands, so that a mistake is
 * reported with file, line, column and cure. YAML and JSON alike. Hides the YAML parser; imports
 * nothing of ours; public only for our own packages, but for {@link
 * dev.fakebeeper.control.source.SourceException}, which users see.
 */
@NullMarked
package dev.fakebeeper.control.source;

import org.jspecify.annotations.NullMarked;
