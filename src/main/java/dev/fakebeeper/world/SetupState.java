package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.OrderedPMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * Sign-in and setup of the app itself, and the devices it verifies. Immutable.
 *
 * @param app where it stands
 * @param dataOf the Beeper user whose accounts and chats the world holds
 * @param members the ids of Beeper users by mail address in lower case
 * @param accessToken the token that the sign-in gave out, null when none is in use
 * @param requests the sign-ins that have begun, by id
 * @param mails what was sent by mail, oldest first; only the last {@link #MAILS} are kept
 * @param keys the recovery keys
 * @param verifications the device verifications by id in the order in which they began, those
 *     included that have ended and can still be read
 * @param plan how all of it goes
 */
@RecordBuilder
public record SetupState(
    AppState app,
    String dataOf,
    TreePMap<String, String> members,
    @Nullable String accessToken,
    TreePMap<String, SetupRequest> requests,
    PVector<SetupMail> mails,
    RecoveryKeys keys,
    OrderedPMap<String, Verification> verifications,
    SetupPlan plan)
    implements SetupStateBuilder.With {
  /** How many mails are kept. */
  static final int MAILS = 100;

  /** The mail address of the owner, unless a world says otherwise. */
  public static final String OWNERS_MAIL = "owner@example.com";

  private static final String OWNER = "@owner:beeper.com";
  private static final SetupState READY =
      new SetupState(
          AppState.ready(),
          OWNER,
          TreePMap.singleton(OWNERS_MAIL, OWNER),
          null,
          TreePMap.empty(),
          TreePVector.empty(),
          RecoveryKeys.usual(),
          OrderedPMap.empty(),
          SetupPlan.usual());

  /** The owner is signed in, the device is verified and in sync, nothing is going on. */
  public static SetupState ready() {
    return READY;
  }

  /**
   * The same for another owner, who is signed in.
   *
   * @param userId the Beeper user
   * @param email a mail address beside the usual one, null for none
   */
  public static SetupState readyFor(String userId, @Nullable String email) {
    var members = TreePMap.singleton(OWNERS_MAIL, userId);
    var app = AppState.ready();
    var identity = app.requireIdentity();
    return READY
        .withApp(
            app.withIdentity(
                new AppState.Identity(userId, identity.deviceId(), identity.homeserver())))
        .withDataOf(userId)
        .withMembers(
            email == null ? members : members.plus(email.toLowerCase(Locale.ROOT), userId));
  }

  /** The verification that clients see beside the state: of those that run, the newest. */
  public Optional<Verification> running() {
    return verifications.values().stream().filter(Verification::isOpen).reduce((a, b) -> b);
  }

  /** A sign-in; not found otherwise. */
  SetupRequest requireRequest(String id) {
    var request = requests.get(id);
    if (request == null) {
      throw WorldException.notFound("Setup request", id);
    }
    return request;
  }

  /** A verification that can be read; not found otherwise. */
  public Verification requireVerification(String id) {
    var verification = verifications.get(id);
    if (verification == null) {
      throw WorldException.notFound("Verification", id);
    }
    return verification;
  }

  SetupState with(SetupRequest request) {
    return withRequests(requests.plus(request.id(), request));
  }

  SetupState with(Verification verification) {
    return withVerifications(verifications.plus(verification.id(), verification));
  }

  SetupState with(SetupMail mail) {
    var all = mails.plus(mail);
    return withMails(all.size() > MAILS ? all.minus(0) : all);
  }
}
