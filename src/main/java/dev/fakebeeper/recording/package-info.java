/**
 * What went between clients and an app, as a value: calls and sockets with their times. It knows
 * messages, not chats, and no library that records or replays them.
 */
@NullMarked
package dev.fakebeeper.recording;

import org.jspecify.annotations.NullMarked;
