package dev.fakebeeper.world;

import java.time.Instant;

/**
 * A temporary file that the client uploaded.
 *
 * @param id the handle for sends and drafts
 * @param asset the bytes
 * @param expiresAt from then on the handle is unknown
 */
public record Upload(String id, Asset asset, Instant expiresAt) {}
