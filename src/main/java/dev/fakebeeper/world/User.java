package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A person on one network.
 *
 * @param id the stable key
 * @param username the handle, null when unknown
 * @param phoneNumber E.164, null when unknown
 * @param email null when unknown
 * @param fullName the display name, null when unknown
 * @param imgUrl the avatar, null when there is none
 * @param cannotMessage whether no conversation can be opened with them
 * @param self whether this is the owner of the account
 */
@RecordBuilder
public record User(
    String id,
    @Nullable String username,
    @Nullable String phoneNumber,
    @Nullable String email,
    @Nullable String fullName,
    @Nullable String imgUrl,
    boolean cannotMessage,
    boolean self)
    implements UserBuilder.With {

  /** What to call them: full name, else handle, number, mail address, id. */
  public String displayName() {
    if (fullName != null) {
      return fullName;
    }
    if (username != null) {
      return username;
    }
    if (phoneNumber != null) {
      return phoneNumber;
    }
    return email != null ? email : id;
  }
}
