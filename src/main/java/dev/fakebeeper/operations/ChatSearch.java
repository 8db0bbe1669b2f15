package dev.fakebeeper.operations;

import dev.fakebeeper.contract.Parameters;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatQuery;
import dev.fakebeeper.world.ChatType;
import dev.fakebeeper.world.Inbox;
import dev.fakebeeper.world.TimeRange;
import dev.fakebeeper.world.Words;
import dev.fakebeeper.world.WorldState;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** What the parameters of a chat search ask for. */
final class ChatSearch {
  private ChatSearch() {}

  /** The filters; what is absent filters nothing (documented). */
  static ChatQuery query(Parameters parameters) {
    return new ChatQuery(
        Words.of(parameters.text("query").orElse(""), Words.Match.SUBSTRING),
        parameters.text("scope").filter("participants"::equals).isPresent()
            ? ChatQuery.Scope.PARTICIPANTS
            : ChatQuery.Scope.TITLES,
        parameters.text("inbox").map(ChatSearch::inbox).orElse(null),
        parameters.bool("unreadOnly").orElse(false)
            ? ChatQuery.Reading.UNREAD
            : ChatQuery.Reading.ANY,
        parameters.text("type").map(ChatSearch::type).orElse(null),
        TimeRange.between(
            parameters.instant("lastActivityAfter").orElse(null),
            parameters.instant("lastActivityBefore").orElse(null)),
        muted(parameters),
        parameters.text("labelID").orElse(null),
        parameters.list("accountIDs"));
  }

  static ChatQuery.Muted muted(Parameters parameters) {
    return parameters.bool("includeMuted").orElse(true)
        ? ChatQuery.Muted.INCLUDED
        : ChatQuery.Muted.EXCLUDED;
  }

  private static ChatQuery.InboxKind inbox(String name) {
    return switch (name) {
      case "primary" -> ChatQuery.InboxKind.PRIMARY;
      case "low-priority" -> ChatQuery.InboxKind.LOW_PRIORITY;
      case "archive" -> ChatQuery.InboxKind.ARCHIVE;
      default ->
          throw new ApiException(
              ApiError.invalid("inbox", "primary, low-priority or archive", name));
    };
  }

  /** One type, or null for any. */
  static @Nullable ChatType type(String name) {
    return switch (name) {
      case "single" -> ChatType.SINGLE;
      case "group" -> ChatType.GROUP;
      default -> null;
    };
  }

  static Iterator<Chat> walk(
      ChatQuery query, WorldState state, Inbox.Entry place, Direction direction) {
    return direction == Direction.AFTER
        ? query.newerThan(state, place)
        : query.olderThan(state, place);
  }
}
