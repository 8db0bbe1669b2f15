package dev.fakebeeper.world;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who signs in, and the account that they get. What the steps told wins, then what the plan says,
 * then what other accounts of the world tell of its owner; an owner who has an account on the
 * bridge already signs in as with a second phone and a second handle.
 */
final class NewPerson {
  private static final int TEXT_LENGTH = 8;

  private NewPerson() {}

  /** Whoever signs in, under the id that the bridge gives them. */
  static User of(Transaction transaction, LoginSession session, Bridge bridge) {
    var owner = owner(transaction.state());
    var planned = session.plan().who();
    var facts = session.who();
    if (planned != null || !facts.equals(LoginSession.Facts.NONE)) {
      return withId(bridge, told(facts, planned == null ? stranger(owner.fullName()) : planned));
    }
    var first = withId(bridge, owner);
    var taken =
        BridgeRules.accountsOf(transaction.state(), bridge).stream()
            .anyMatch(account -> account.selfUserId().equals(first.id()));
    return taken ? withId(bridge, second(transaction, owner)) : first;
  }

  /** Somebody of whom nothing but the name is known. */
  private static User stranger(@Nullable String fullName) {
    return UserBuilder.builder().id("").fullName(fullName).self(true).build();
  }

  private static User told(LoginSession.Facts facts, User base) {
    return base.with(
        user ->
            user.phoneNumber(or(phone(facts.phone()), base.phoneNumber()))
                .email(or(facts.email(), base.email()))
                .username(or(facts.username(), base.username()))
                .self(true));
  }

  private static @Nullable String phone(@Nullable String typed) {
    return typed == null ? null : typed.replaceAll("[^+0-9]", "");
  }

  private static @Nullable String or(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }

  private static User owner(WorldState state) {
    var owner = stranger(null);
    for (var account : state.accounts().values()) {
      var user = account.user();
      var known = owner;
      owner =
          known.with(
              one ->
                  one.fullName(or(known.fullName(), user.fullName()))
                      .phoneNumber(or(known.phoneNumber(), user.phoneNumber()))
                      .email(or(known.email(), user.email()))
                      .username(or(known.username(), user.username()))
                      .imgUrl(or(known.imgUrl(), user.imgUrl())));
    }
    return owner.fullName() == null ? owner.withFullName("Robin Ashdown") : owner;
  }

  private static User second(Transaction transaction, User owner) {
    var text = transaction.newText(TEXT_LENGTH);
    return owner.with(
        user ->
            user.phoneNumber("+1555" + digits(text, 7))
                .username(text.toLowerCase(Locale.ROOT))
                .email(text.toLowerCase(Locale.ROOT) + "@example.org"));
  }

  static User withId(Bridge bridge, User person) {
    return person.withId(filled(bridge.arrival().account().user(), bridge, person));
  }

  /** A connecting account of a person, under ids that nobody has. */
  static Account account(Transaction transaction, Bridge bridge, User person) {
    var pattern = bridge.arrival().account();
    var login =
        filled(pattern.login(), bridge, person).replace("{text}", transaction.newText(TEXT_LENGTH));
    var wanted =
        filled(pattern.account(), bridge, person)
            .replace("{login}", login)
            .replace("{text}", transaction.newText(TEXT_LENGTH));
    var taken = transaction.state().findAccount(wanted).isPresent();
    return AccountBuilder.builder()
        .id(taken ? wanted + "_" + login : wanted)
        .loginId(login)
        .bridge(bridge.ofAccount())
        .user(person.withId(login))
        .selfUserId(person.id())
        .status(AccountStatus.CONNECTING)
        .build();
  }

  private static String filled(String pattern, Bridge bridge, User person) {
    var key = key(person);
    return pattern
        .replace("{bridge}", bridge.id())
        .replace("{phone}", digitsOr(person.phoneNumber(), key))
        .replace("{username}", person.username() == null ? key : person.username())
        .replace("{email}", person.email() == null ? key : person.email().replace('@', '_'))
        .replace("{number}", digits(key, 9));
  }

  private static String key(User person) {
    for (var fact : new String[] {person.phoneNumber(), person.username(), person.email()}) {
      if (fact != null) {
        return fact;
      }
    }
    return person.displayName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static String digitsOr(@Nullable String phone, String otherwise) {
    return phone == null ? otherwise : phone.replaceAll("[^0-9]", "");
  }

  /** Digits that belong to a text in every run; String.hashCode is specified. */
  private static String digits(String text, int count) {
    var smallest = Math.round(Math.pow(10, count - 1));
    var spread = text.hashCode() * 0x9E3779B1L;
    return Long.toString(smallest + Math.floorMod(spread, 9 * smallest));
  }
}
