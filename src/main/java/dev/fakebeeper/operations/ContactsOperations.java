package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.world.AddressBook;
import dev.fakebeeper.world.Directory;
import dev.fakebeeper.world.People;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.Words;
import java.util.ArrayList;
import java.util.Iterator;

/** The people of an account. Thread-safe: all state is in the world. */
final class ContactsOperations {
  /** The documented default. */
  private static final int PAGE = 50;

  private final Shown shown;

  ContactsOperations(Shown shown) {
    this.shown = shown;
  }

  /**
   * Finds people: contacts by their name, handle, number or address, and whoever a phone number,
   * mail address or {@code @handle} names exactly, on networks that can look that up (documented in
   * newer SDKs). The exact find comes first (assumed).
   */
  ApiResponse search(Call call) {
    var state = call.state();
    var account = state.requireAccount(call.parameters().path("accountID"));
    var query = call.parameters().text("query").orElse("").strip();
    var found = new ArrayList<User>();
    Directory.lookUp(state, account, query).ifPresent(found::add);
    var words = Words.of(query, Words.Match.SUBSTRING);
    state.contactsOf(account.id()).all().stream()
        .filter(user -> People.fits(user, words))
        .filter(user -> found.stream().noneMatch(known -> known.id().equals(user.id())))
        .forEach(found::add);
    var items = found.stream().map(shown::user).toList();
    return ApiResponse.ok(new Body.Page(items, JsonNodeFactory.instance.objectNode()));
  }

  /** A page of the contacts in name order (inferred); "older" means further down the list. */
  ApiResponse list(Call call) {
    var state = call.state();
    var account = state.requireAccount(call.parameters().path("accountID"));
    var book = state.contactsOf(account.id());
    var direction = Direction.of(call.parameters());
    var walk =
        call.parameters()
            .text("cursor")
            .map(Cursor::contact)
            .map(place -> walk(book, place, direction))
            .orElseGet(() -> book.all().iterator());
    var words = Words.of(call.parameters().text("query").orElse(""), Words.Match.SUBSTRING);
    var limit = call.parameters().integer("limit").orElse(PAGE);
    var page = Slice.of(People.fitting(walk, words), direction, limit);
    return ApiResponse.ok(
        page.page(shown::user, user -> Cursor.ofContact(AddressBook.Key.of(user))));
  }

  private static Iterator<User> walk(AddressBook book, AddressBook.Key place, Direction direction) {
    return direction == Direction.AFTER ? book.before(place) : book.after(place);
  }
}
