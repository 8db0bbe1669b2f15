/**
 * The control API over HTTP: the powers of {@code control} for tests in any language. Its own
 * document ({@code control-openapi.yaml}) decides what exists and what a message may look like; one
 * class for each resource does it. Imports contract and control; never world, operations or events,
 * and no web server. Its public types are public only for the edge.
 */
@NullMarked
package dev.fakebeeper.http.control;

import org.jspecify.annotations.NullMarked;
