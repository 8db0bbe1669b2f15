package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.QueryText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry as questions see it: what several of them need is read once. For one thread and one
 * question.
 */
final class Look {
  private final Entry entry;
  private final Names names;
  private final Redaction redaction;
  private @Nullable JsonNode body;
  private @Nullable QueryText query;

  Look(Entry entry, Names names, Redaction redaction) {
    this.entry = entry;
    this.names = names;
    this.redaction = redaction;
  }

  Entry entry() {
    return entry;
  }

  /** The entry of a query for requests. */
  Exchange exchange() {
    return (Exchange) entry;
  }

  /** The entry of a query for events. */
  SocketEvent event() {
    return (SocketEvent) entry;
  }

  Redaction redaction() {
    return redaction;
  }

  /** {@link #body()} without secrets. */
  JsonNode safeBody() {
    return entry instanceof Exchange ? redaction.request(body()) : redaction.frame(body());
  }

  /** Every id of a chat. */
  Set<String> namesOfChat(String chatId) {
    return names.ofChat(chatId);
  }

  /** The body of a request or the text of a frame as JSON; a missing node for anything else. */
  JsonNode body() {
    var known = body;
    if (known == null) {
      known =
          entry instanceof Exchange exchange ? RequestBody.tree(exchange) : Frames.tree(event());
      body = known;
    }
    return known;
  }

  /** The values of a query parameter, decoded. */
  List<String> query(String name) {
    var known = query;
    if (known == null) {
      known = QueryText.parse(exchange().request().rawQuery());
      query = known;
    }
    return known.values().getOrDefault(name, List.of());
  }
}
