package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.JsonFragment;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatQuery;
import dev.fakebeeper.world.ChatRules;
import dev.fakebeeper.world.Inbox;
import dev.fakebeeper.world.WorldState;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Chats: finding them, reading them, and where they stand. Thread-safe: all state is in the world.
 */
final class ChatsOperations {
  /** The documented default of the search. */
  private static final int FOUND_CHATS = 50;

  private final Shown shown;
  private final OperationsSettings settings;

  private final int participants;

  /**
   * The operations of a build.
   *
   * @param participants how many participants a chat shows when the client does not say, -1 for all
   */
  ChatsOperations(Shown shown, OperationsSettings settings, int participants) {
    this.shown = shown;
    this.settings = settings;
    this.participants = participants;
  }

  /** All chats of all accounts by last activity, newest first, each with its newest message. */
  ApiResponse list(Call call) {
    var query = ChatQuery.ALL.withAccountIds(call.parameters().list("accountIDs"));
    var form = new ListForm(Cursor::chat, Cursor::ofChat, shown::chatWithPreview);
    return page(call, query, form, listLimit(call));
  }

  /** Only the newest builds have a limit. */
  private int listLimit(Call call) {
    return asked(call, "limit").orElse(settings.chatsPage());
  }

  /**
   * A number that the client itself sent: the contract's default does not count here, as builds and
   * settings differ in it.
   */
  private static Optional<Integer> asked(Call call, String name) {
    var query = call.raw().rawQuery();
    var sent = query != null && ("&" + query).contains("&" + name + "=");
    return sent ? call.parameters().integer(name) : Optional.empty();
  }

  /** The chats that pass every filter, newest first (the order is inferred), without previews. */
  ApiResponse search(Call call) {
    var form = new ListForm(Cursor::foundChat, Cursor::ofFoundChat, shown::chatInList);
    var limit = call.parameters().integer("limit").orElse(FOUND_CHATS);
    return page(call, ChatSearch.query(call.parameters()), form, limit);
  }

  /** How one of the two lists reads and writes. */
  private record ListForm(
      Function<String, Inbox.Entry> read,
      Function<Inbox.Entry, String> write,
      BiFunction<WorldState, Chat, JsonFragment> show) {}

  private static ApiResponse page(Call call, ChatQuery query, ListForm form, int limit) {
    var state = call.state();
    var direction = Direction.of(call.parameters());
    var walk =
        call.parameters()
            .text("cursor")
            .map(form.read())
            .map(place -> ChatSearch.walk(query, state, place, direction))
            .orElseGet(() -> query.newestFirst(state));
    var page = Slice.of(walk, direction, limit);
    return ApiResponse.ok(
        page.page(
            chat -> form.show().apply(state, chat),
            chat -> form.write().apply(Inbox.Entry.of(chat))));
  }

  /** One chat, without preview. */
  ApiResponse get(Call call) {
    var state = call.state();
    var chat = state.requireChat(chatId(call));
    var wanted = asked(call, "maxParticipantCount").orElse(participants);
    return ApiResponse.ok(new Body.Fragment(shown.chat(state, chat, wanted)));
  }

  /** Changes what a client may change of a chat, all of it or nothing. */
  ApiResponse patch(Call call) {
    var patch = ChatPatch.of(call.body(), call.world().rules());
    return whole(call, call.world().change(transaction -> patch.apply(transaction, chatId(call))));
  }

  /** Into the archive or, with {@code archived} false, out of it; again is fine (inferred). */
  ApiResponse archive(Call call) {
    var archived = call.body().path("archived").asBoolean(true);
    call.world()
        .run(
            transaction -> {
              if (archived) {
                ChatRules.set(transaction, chatId(call), ChatRules.Flag.ARCHIVED);
              } else {
                ChatRules.unset(transaction, chatId(call), ChatRules.Flag.ARCHIVED);
              }
            });
    return ApiResponse.noContent();
  }

  /** Read up to a message, or altogether. */
  ApiResponse markRead(Call call) {
    var message = messageId(call.body());
    return whole(call, call.world().change(tx -> ChatRules.markRead(tx, chatId(call), message)));
  }

  /** Unread from a message on, or only marked. */
  ApiResponse markUnread(Call call) {
    var message = messageId(call.body());
    return whole(call, call.world().change(tx -> ChatRules.markUnread(tx, chatId(call), message)));
  }

  /** Notifies in spite of the other side's focus mode, where the network can. */
  ApiResponse notifyAnyway(Call call) {
    return whole(call, call.world().change(tx -> ChatRules.notifyAnyway(tx, chatId(call))));
  }

  private ApiResponse whole(Call call, Chat chat) {
    return ApiResponse.ok(new Body.Fragment(shown.chat(call.state(), chat)));
  }

  private static String chatId(Call call) {
    return call.parameters().path("chatID");
  }

  private static @Nullable String messageId(JsonNode body) {
    return new BodyFields(body).filledText("messageID");
  }
}
