package dev.fakebeeper.world;

/** Lets builders of tests fill address books. */
public final class AddressBooks {
  private AddressBooks() {}

  /** A book with more contacts. */
  public static AddressBook plus(AddressBook book, User... users) {
    var filled = book;
    for (var user : users) {
      filled = filled.with(user);
    }
    return filled;
  }
}
