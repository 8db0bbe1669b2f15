package dev.fakebeeper.contract;

import org.jspecify.annotations.Nullable;

/**
 * One part of a multipart body.
 *
 * @param name the form field
 * @param fileName the file name of the part, null for a plain field
 * @param contentType the declared media type, null when the part has none
 * @param content the bytes; not copied, never written to
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record BodyPart(
    String name, @Nullable String fileName, @Nullable String contentType, byte[] content) {}
