package dev.fakebeeper.world;

/** Width and height in pixels. */
public record PixelSize(int width, int height) {}
