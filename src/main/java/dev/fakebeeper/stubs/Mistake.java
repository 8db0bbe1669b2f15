package dev.fakebeeper.stubs;

import dev.fakebeeper.stubs.StubException.Reason;

/**
 * What is wrong with a mapping, wherever that stands.
 *
 * @param pointer the JSON pointer of the place inside the mapping
 * @param what is wrong, a sentence without its full stop
 * @param why the rule, a sentence without its full stop
 * @param fix what to do, a sentence without its full stop
 */
record Mistake(Reason reason, String pointer, String what, String why, String fix) {}
