package dev.fakebeeper.world;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds people on a network: contacts first, then an exact look-up of a phone number, mail address
 * or handle that is well formed, which a network that can look it up answers with somebody new.
 */
public final class Directory {
  private static final Pattern PHONE = Pattern.compile("\\+[0-9]{7,15}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern HANDLE = Pattern.compile("@?[A-Za-z0-9._-]{2,64}");
  private static final Set<String> BY_PHONE =
      Set.of("whatsapp", "signal", "telegram", "imessage", "gmessages");
  private static final Set<String> BY_EMAIL = Set.of("imessage", "googlechat");

  private Directory() {}

  /** Whoever has a user id: a contact, or a member of a chat with the owner. */
  public static Optional<User> byId(WorldState state, Account account, String userId) {
    return state
        .contactsOf(account.id())
        .find(userId)
        .or(
            () ->
                ChatCreation.existing(state, account, userId).stream()
                    .flatMap(chat -> chat.participants().stream())
                    .map(Participant::user)
                    .filter(user -> user.id().equals(userId))
                    .findFirst());
  }

  /** Whoever has a phone number, mail address or {@code @handle}. */
  public static Optional<User> lookUp(WorldState state, Account account, String identifier) {
    var phone = identifier.replaceAll("[\\s()-]", "");
    if (PHONE.matcher(phone).matches()) {
      return byPhone(state, account, phone);
    }
    if (EMAIL.matcher(identifier).matches()) {
      return byEmail(state, account, identifier);
    }
    return identifier.startsWith("@") ? byHandle(state, account, identifier) : Optional.empty();
  }

  /** Whoever has a phone number. */
  public static Optional<User> byPhone(WorldState state, Account account, String phone) {
    var digits = phone.replaceAll("[\\s()-]", "");
    return state
        .contactsOf(account.id())
        .findFirst(user -> digits.equals(user.phoneNumber()))
        .or(
            () ->
                PHONE.matcher(digits).matches() && BY_PHONE.contains(account.bridge().type())
                    ? Optional.of(
                        UserBuilder.builder()
                            .id(userId(account, digits.substring(1)))
                            .phoneNumber(digits)
                            .build())
                    : Optional.empty());
  }

  /** Whoever has a mail address. */
  public static Optional<User> byEmail(WorldState state, Account account, String email) {
    return state
        .contactsOf(account.id())
        .findFirst(user -> email.equalsIgnoreCase(user.email()))
        .or(
            () ->
                EMAIL.matcher(email).matches() && BY_EMAIL.contains(account.bridge().type())
                    ? Optional.of(
                        UserBuilder.builder()
                            .id(userId(account, email.replace('@', '_')))
                            .email(email)
                            .build())
                    : Optional.empty());
  }

  /** Whoever has a handle, with or without the {@code @} in front. */
  public static Optional<User> byHandle(WorldState state, Account account, String handle) {
    var name = handle.startsWith("@") ? handle.substring(1) : handle;
    return state
        .contactsOf(account.id())
        .findFirst(user -> name.equalsIgnoreCase(user.username()))
        .or(
            () ->
                HANDLE.matcher(name).matches() && !BY_PHONE.contains(account.bridge().type())
                    ? Optional.of(
                        UserBuilder.builder().id(userId(account, name)).username(name).build())
                    : Optional.empty());
  }

  private static String userId(Account account, String name) {
    return account.bridge().provider() == Account.Provider.LOCAL
        ? "@" + name + ":" + account.bridge().id() + ".localhost"
        : "@" + account.bridge().type() + "_" + name + ":beeper.com";
  }
}
