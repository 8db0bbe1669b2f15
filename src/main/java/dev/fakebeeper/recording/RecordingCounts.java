package dev.fakebeeper.recording;

/** How much a recording holds. */
public record RecordingCounts(int calls, int sockets, int frames) {}
