/**
 * HTTP archives (HAR 1.2) as browsers and proxies write them: {@link
 * dev.fakebeeper.recording.har.HarEntry} is what an archive says of one exchange or socket, {@link
 * dev.fakebeeper.recording.har.HarFile} writes archives of anything, {@link
 * dev.fakebeeper.recording.har.HarWriter} of recordings, and {@link
 * dev.fakebeeper.recording.har.HarReader} makes recordings of them. Sockets are told as Chromium
 * tells them, in {@code _webSocketMessages}.
 */
@NullMarked
package dev.fakebeeper.recording.har;

import org.jspecify.annotations.NullMarked;
