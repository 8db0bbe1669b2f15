package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in with the app that has begun.
 *
 * @param id the key
 * @param stage how far it is
 * @param email where the code went, in lower case; null before
 * @param code the right code, null before a mail was sent
 * @param codeExpiresAt until when the code is good, null before
 * @param wrongTries how many wrong codes came for the present mail
 * @param leadToken what registers a new user, null unless one was asked to
 */
@RecordBuilder
public record SetupRequest(
    String id,
    Stage stage,
    @Nullable String email,
    @Nullable String code,
    @Nullable Instant codeExpiresAt,
    int wrongTries,
    @Nullable String leadToken)
    implements SetupRequestBuilder.With {

  /** How far a sign-in is. */
  public enum Stage {
    /** Nothing was sent yet. */
    BEGUN,
    /** A code is on its way. */
    MAILED,
    /** The code was right, and the user is new. */
    REGISTERING,
    /** Too many codes were wrong. */
    ENDED
  }
}
