package dev.fakebeeper.stubs;

/**
 * A mapping that was read and found good.
 *
 * @param id its UUID
 * @param json the mapping, its id among the members
 */
public record GivenMapping(String id, String json) {}
