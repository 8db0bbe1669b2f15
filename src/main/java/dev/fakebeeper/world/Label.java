package dev.fakebeeper.world;

/** A label that the owner can put on chats. */
public record Label(String id, String name) {}
