package dev.fakebeeper.events;

import org.jspecify.annotations.Nullable;

/**
 * A frame on its way to one client.
 *
 * @param type the frame's type
 * @param text the frame as it goes out
 * @param event the event it numbers, null for an answer to a command
 */
public record OutgoingFrame(String type, String text, @Nullable EventFrame event) {}
