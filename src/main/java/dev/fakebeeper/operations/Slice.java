package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.JsonFragment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a walk: the entries nearest to the cursor, always newest first, whichever way the walk
 * goes.
 *
 * <p>So {@code oldestCursor} of a page walked {@code after} lies at the near end: a client that
 * goes on with it, as the official SDKs do, advances by one entry a request. That is how the real
 * server was seen to behave; clients must be able to find out.
 *
 * @param items the entries, newest first
 * @param hasMore whether the walk goes on behind this page
 */
record Slice<T>(List<T> items, boolean hasMore) {

  Slice {
    items = List.copyOf(items);
  }

  /**
   * The first entries of a walk.
   *
   * @param walk the entries from the cursor on, the nearest first; at most {@code limit + 1} are
   *     taken
   */
  static <T> Slice<T> of(Iterator<T> walk, Direction direction, int limit) {
    var items = new ArrayList<T>(Math.min(limit, 256));
    while (items.size() < limit && walk.hasNext()) {
      items.add(walk.next());
    }
    if (direction == Direction.AFTER) {
      Collections.reverse(items);
    }
    return new Slice<>(items, walk.hasNext());
  }

  /** The members of the page beside its items; both cursors are null on an empty page. */
  ObjectNode rest(Function<T, String> cursor) {
    var rest = JsonNodeFactory.instance.objectNode();
    rest.put("hasMore", hasMore);
    rest.put("oldestCursor", items.isEmpty() ? null : cursor.apply(items.get(items.size() - 1)));
    rest.put("newestCursor", items.isEmpty() ? null : cursor.apply(items.get(0)));
    return rest;
  }

  /** The page as a body. */
  Body.Page page(Function<T, JsonFragment> json, Function<T, String> cursor) {
    return new Body.Page(items.stream().map(json).toList(), rest(cursor));
  }
}
