/**
 * The WebSocket protocol without sockets: committed changes become frames, commands become
 * subscriptions, and each connection has an outbox of bounded size. Imports world and world.json,
 * nothing else of ours.
 */
@NullMarked
package dev.fakebeeper.events;

import org.jspecify.annotations.NullMarked;
