/** Forms of reports that CI servers read; it knows nothing of what is reported. */
@NullMarked
package dev.fakebeeper.report;

import org.jspecify.annotations.NullMarked;
