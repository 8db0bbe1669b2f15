package dev.fakebeeper.operations;

import org.pcollections.PVector;

/**
 * A text in the form in which the API keeps it.
 *
 * @param html Matrix HTML, escaped where the text had markup of its own
 * @param mentions who is mentioned, in order, each once: full user ids or {@code @room}
 */
public record RichText(String html, PVector<String> mentions) {}
