package dev.fakebeeper.world;

import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcollections.TreePMap;

/** The contacts of one account in name order. An immutable value. */
public final class AddressBook {
  private static final AddressBook EMPTY = new AddressBook(TreePMap.empty(), TreePMap.empty());

  private final TreePMap<Key, User> byName;
  private final TreePMap<String, User> byId;

  private AddressBook(TreePMap<Key, User> byName, TreePMap<String, User> byId) {
    this.byName = byName;
    this.byId = byId;
  }

  /**
   * The place of a contact.
   *
   * @param name the display name in lower case
   * @param id the user id
   */
  public record Key(String name, String id) implements Comparable<Key> {
    /** The place of a user. */
    public static Key of(User user) {
      return new Key(user.displayName().toLowerCase(Locale.ROOT), user.id());
    }

    @Override
    public int compareTo(Key other) {
      var byName = name.compareTo(other.name);
      return byName != 0 ? byName : id.compareTo(other.id);
    }
  }

  /** A book without contacts. */
  public static AddressBook empty() {
    return EMPTY;
  }

  /** A book of these contacts; of two with one id the last stays. */
  public static AddressBook of(Collection<User> users) {
    var book = EMPTY;
    for (var user : users) {
      book = book.with(user);
    }
    return book;
  }

  /** All contacts in name order. */
  public Collection<User> all() {
    return byName.values();
  }

  /** The contacts behind a place, in name order. */
  public Iterator<User> after(Key place) {
    return byName.tailMap(place, false).values().iterator();
  }

  /** The contacts before a place, the nearest first. */
  public Iterator<User> before(Key place) {
    return byName.headMap(place, false).descendingMap().values().iterator();
  }

  /** The contact with a user id. */
  public Optional<User> find(String userId) {
    return Optional.ofNullable(byId.get(userId));
  }

  /** The first contact in name order that fits. */
  public Optional<User> findFirst(Predicate<User> wanted) {
    return byName.values().stream().filter(wanted).findFirst();
  }

  AddressBook with(User user) {
    var old = byId.get(user.id());
    var names = old == null ? byName : byName.minus(Key.of(old));
    return new AddressBook(names.plus(Key.of(user), user), byId.plus(user.id(), user));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressBook that && byName.equals(that.byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }
}
