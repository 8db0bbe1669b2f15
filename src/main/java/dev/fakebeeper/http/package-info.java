/**
 * The edge: Javalin turns bytes into the contract's neutral messages and back, the pipeline decides
 * what a request is answered. Hides Javalin and Jetty. Imports contract and operations; never
 * world, because the edge translates and neither reads nor changes state by itself. Its public
 * types are public only for the composition root.
 */
@NullMarked
package dev.fakebeeper.http;

import org.jspecify.annotations.NullMarked;
