package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an entry is about. */
final class Concerns {
  private Concerns() {}

  /** The chats that are named, by whichever of their ids. */
  static Set<String> chats(Look look) {
    return ids(look, "chatID").collect(Collectors.toUnmodifiableSet());
  }

  /** A chat must be named, by any of its ids. */
  static Criterion chat(String chatId) {
    return new Criterion(
        "chat",
        chatId,
        look -> ids(look, "chatID").anyMatch(look.namesOfChat(chatId)::contains),
        look -> shown(look, "chatID"));
  }

  /** An account must be named. */
  static Criterion account(String accountId) {
    return new Criterion(
        "account",
        accountId,
        look -> ids(look, "accountID").anyMatch(accountId::equals),
        look -> shown(look, "accountID"));
  }

  private static String shown(Look look, String name) {
    return ids(look, name).distinct().collect(Collectors.joining(", "));
  }

  /**
   * The ids under a name, or a list under its plural, in path, query, and body or frame. A body is
   * read only when the id that is looked for does not come before.
   */
  private static Stream<String> ids(Look look, String name) {
    return Stream.<Supplier<Stream<String>>>of(
            () -> inPath(look, name), () -> inQuery(look, name), () -> inBody(look, name))
        .flatMap(Supplier::get);
  }

  private static Stream<String> inPath(Look look, String name) {
    return look.entry() instanceof Exchange exchange
        ? Stream.ofNullable(exchange.pathParameters().get(name))
        : Stream.empty();
  }

  private static Stream<String> inQuery(Look look, String name) {
    return look.entry() instanceof Exchange
        ? Stream.concat(look.query(name).stream(), look.query(name + "s").stream())
        : Stream.empty();
  }

  private static Stream<String> inBody(Look look, String name) {
    var ids = new ArrayList<JsonNode>();
    ids.add(look.body().path(name));
    look.body().path(name + "s").forEach(ids::add);
    return ids.stream().filter(JsonNode::isTextual).map(JsonNode::textValue);
  }
}
