package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** What an entry is about. */
final class Concerns {
  private Concerns() {}

  /** A chat must be named, by any of its ids. */
  static Criterion chat(String chatId) {
    return new Criterion(
        "chat",
        chatId,
        look -> {
          var ids = ids(look, "chatID");
          return look.namesOfChat(chatId).stream().anyMatch(ids::contains);
        },
        look -> String.join(", ", ids(look, "chatID")));
  }

  /** An account must be named. */
  static Criterion account(String accountId) {
    return new Criterion(
        "account",
        accountId,
        look -> ids(look, "accountID").contains(accountId),
        look -> String.join(", ", ids(look, "accountID")));
  }

  /** The ids under a name, or a list under its plural, in path, query, and body or frame. */
  private static Set<String> ids(Look look, String name) {
    var ids = new LinkedHashSet<String>();
    if (look.entry() instanceof Exchange exchange) {
      var inPath = exchange.pathParameters().get(name);
      if (inPath != null) {
        ids.add(inPath);
      }
      ids.addAll(look.query(name));
      ids.addAll(look.query(name + "s"));
    }
    add(ids, look.body().path(name));
    look.body().path(name + "s").forEach(id -> add(ids, id));
    return ids;
  }

  private static void add(Set<String> ids, JsonNode id) {
    if (id.isTextual()) {
      ids.add(id.textValue());
    }
  }
}
