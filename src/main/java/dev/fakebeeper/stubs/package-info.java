/**
 * Stub mappings in WireMock's format, and WireMock behind one door. Public types here are for our
 * own packages. Classes that touch WireMock ({@code Engine} and what it is made of) speak to it in
 * text and bytes only: in the published library our Jackson has another name than WireMock's.
 */
@NullMarked
package dev.fakebeeper.stubs;

import org.jspecify.annotations.NullMarked;
