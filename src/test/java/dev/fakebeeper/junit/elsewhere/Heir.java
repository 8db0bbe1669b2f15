package dev.fakebeeper.junit.elsewhere;

import dev.fakebeeper.junit.AllowViolations;
import dev.fakebeeper.junit.Ancestor;

/** Inherits tests, annotations and a file from another package. */
@AllowViolations("searchChats")
public final class Heir extends Ancestor {}
