/**
 * The WebSocket protocol without sockets: committed changes become frames, commands become
 * subscriptions, and each connection has an outbox of bounded size. What a test wants to go wrong
 * is a {@link dev.fakebeeper.events.StreamRule} for events that come or a {@link
 * dev.fakebeeper.events.SocketAct} for connections that are open. Imports world and world.json,
 * nothing else of ours.
 */
@NullMarked
package dev.fakebeeper.events;

import org.jspecify.annotations.NullMarked;
