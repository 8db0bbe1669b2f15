/**
 * What came in and what went out: exchanges and frames of one world on one timeline, and questions
 * about them. The edge writes, tests read.
 */
@NullMarked
package dev.fakebeeper.control.journal;

import org.jspecify.annotations.NullMarked;
