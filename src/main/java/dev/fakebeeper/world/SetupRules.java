package dev.fakebeeper.world;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Signing in with the app, as the client does it. Which refusal a mistake gets is not documented;
 * what is here follows the usual meanings (assumed): what is unknown or has run out is not found,
 * what comes at the wrong time clashes with the state, and what is wrong is refused as unsupported.
 */
public final class SetupRules {
  private static final int ID_LENGTH = 16;
  private static final int CODE_LENGTH = 6;
  private static final int LEAD_LENGTH = 24;
  private static final int SUGGESTIONS = 3;

  /** What a Matrix user may be called. */
  private static final Pattern USERNAME = Pattern.compile("[a-z0-9._=/+-]+");

  private SetupRules() {}

  /** What comes of a code. */
  public sealed interface Answered {
    /** The user is signed in. */
    record SignedIn(Token token) implements Answered {}

    /** The code was right, and the user is new. */
    record IsNew(SetupRequest request) implements Answered {}

    /** The code was refused, and that is remembered. */
    record Refused(String message) implements Answered {}
  }

  /** Begins to sign in. */
  public static SetupRequest start(Transaction transaction) {
    requireNobody(transaction.state().setup());
    var request =
        SetupRequestBuilder.builder()
            .id("sr_" + transaction.newText(ID_LENGTH))
            .stage(SetupRequest.Stage.BEGUN)
            .build();
    var lifetime = transaction.state().setup().plan().requestLifetime();
    transaction.schedule(
        transaction.now().plus(lifetime), new Timer.SetupRequestExpiry(request.id()));
    return store(transaction, request);
  }

  /** Someone who is signed in cannot sign in (seen by others for the last of the four calls). */
  private static void requireNobody(SetupState setup) {
    if (setup.app().isSignedIn()) {
      throw WorldException.conflict("Somebody is signed in already");
    }
  }

  private static SetupRequest store(Transaction transaction, SetupRequest request) {
    transaction.put(transaction.state().setup().with(request));
    return request;
  }

  private static SetupRequest require(Transaction transaction, String id) {
    var setup = transaction.state().setup();
    requireNobody(setup);
    var request = setup.requireRequest(id);
    if (request.stage() == SetupRequest.Stage.ENDED) {
      throw WorldException.conflict("This sign-in has ended: too many codes were wrong");
    }
    return request;
  }

  /** Sends a code by mail; one that was sent before is not good any longer (assumed). */
  public static SetupMail mail(Transaction transaction, String requestId, String address) {
    var request = require(transaction, requestId);
    if (request.stage() == SetupRequest.Stage.REGISTERING) {
      throw WorldException.conflict("The code was right already");
    }
    var email = address.strip().toLowerCase(Locale.ROOT);
    var plan = transaction.state().setup().plan();
    var code = plan.code() == null ? newCode(transaction) : plan.code();
    store(
        transaction,
        request
            .withStage(SetupRequest.Stage.MAILED)
            .withEmail(email)
            .withCode(code)
            .withCodeExpiresAt(transaction.now().plus(plan.codeLifetime()))
            .withWrongTries(0));
    var mail = new SetupMail(email, code, transaction.now(), requestId);
    transaction.put(transaction.state().setup().with(mail));
    return mail;
  }

  private static String newCode(Transaction transaction) {
    var code = new StringBuilder();
    transaction.newText(CODE_LENGTH).chars().forEach(c -> code.append(c % 10));
    return code.toString();
  }

  /**
   * Answers with a code.
   *
   * @param world the name of the world, for its token
   */
  public static Answered answer(
      Transaction transaction, String world, String requestId, String code) {
    var request = require(transaction, requestId);
    var expires = request.codeExpiresAt();
    if (request.stage() != SetupRequest.Stage.MAILED || expires == null) {
      throw WorldException.conflict("This sign-in does not wait for a code");
    }
    if (!transaction.now().isBefore(expires)) {
      return new Answered.Refused("The code has expired");
    }
    if (!code.strip().equals(request.code())) {
      return wrong(transaction, request);
    }
    var member = transaction.state().setup().members().get(String.valueOf(request.email()));
    if (member == null) {
      return new Answered.IsNew(
          store(
              transaction,
              request
                  .withStage(SetupRequest.Stage.REGISTERING)
                  .withLeadToken("lead_" + transaction.newText(LEAD_LENGTH))));
    }
    return new Answered.SignedIn(SetupProgress.signIn(transaction, world, member));
  }

  private static Answered wrong(Transaction transaction, SetupRequest request) {
    var tries = request.wrongTries() + 1;
    var last = tries >= transaction.state().setup().plan().tries();
    store(
        transaction,
        request
            .withWrongTries(tries)
            .withStage(last ? SetupRequest.Stage.ENDED : SetupRequest.Stage.MAILED));
    return new Answered.Refused("The code is wrong");
  }

  /**
   * A new user.
   *
   * @param requestId the sign-in
   * @param leadToken what the answer to the code said
   * @param username the name that is wanted
   */
  public record Registration(String requestId, String leadToken, String username) {}

  /**
   * Registers a new user, who has no accounts yet, and signs them in.
   *
   * @param world the name of the world, for its token
   */
  public static Token register(Transaction transaction, String world, Registration wanted) {
    var request = require(transaction, wanted.requestId());
    var email = request.email();
    if (request.stage() != SetupRequest.Stage.REGISTERING || email == null) {
      throw WorldException.conflict("This sign-in does not wait for a registration");
    }
    if (!wanted.leadToken().equals(request.leadToken())) {
      throw WorldException.unsupported("The lead token is not the one of this sign-in");
    }
    var userId = userId(wanted.username());
    var setup = transaction.state().setup();
    if (setup.members().containsValue(userId)) {
      throw WorldException.conflict("The username " + wanted.username() + " is taken");
    }
    transaction.put(
        setup.withMembers(setup.members().plus(email, userId)).withKeys(RecoveryKeys.NONE));
    return SetupProgress.signIn(transaction, world, userId);
  }

  /** Names for a new user that nobody has, after the mail address. */
  public static List<String> suggestions(SetupState setup, SetupRequest request) {
    var address = String.valueOf(request.email());
    var name =
        address.substring(0, Math.max(0, address.indexOf('@'))).replaceAll("[^a-z0-9._-]", "");
    var base = name.isEmpty() ? "user" : name;
    return Stream.concat(Stream.of(""), IntStream.iterate(2, i -> i + 1).mapToObj(String::valueOf))
        .map(base::concat)
        .filter(one -> !setup.members().containsValue("@" + one + ":beeper.com"))
        .limit(SUGGESTIONS)
        .toList();
  }

  /** The id of a user of Beeper by name; refused when nobody can have that name. */
  static String userId(String username) {
    if (!USERNAME.matcher(username).matches()) {
      throw WorldException.unsupported(
          "A username has lower-case letters, digits and . _ = - / + only");
    }
    return "@" + username + ":beeper.com";
  }
}
