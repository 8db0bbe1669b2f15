package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.ChatCreation;
import dev.fakebeeper.world.Directory;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.WorldException;
import dev.fakebeeper.world.WorldState;
import dev.fakebeeper.world.json.ChatJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opening chats: with people by their ids, or with somebody by whatever identifies them. */
final class ChatOpening {
  private final Shown shown;
  private final Form form;

  /** How an opened chat is asked for and answered. */
  private enum Form {
    /** An operation creates; the answer is short. */
    SHORT,
    /** The same operation starts too, by its mode (SDK 4.7.1, changelog of 4.2.557). */
    SHORT_WITH_MODES,
    /** Starting is an operation of its own; the answer is the chat with the old members. */
    WHOLE;

    static Form of(ApiVersion version) {
      if (ShortForms.of(version) == ShortForms.GONE) {
        return WHOLE;
      }
      return version.isAtLeast("4.2.557") ? SHORT_WITH_MODES : SHORT;
    }
  }

  ChatOpening(Shown shown, ApiVersion version) {
    this.shown = shown;
    this.form = Form.of(version);
  }

  /**
   * Creates a chat. A single chat takes exactly one participant and is the existing one if there is
   * one; a group is always new (the two last inferred). In the mode {@code start} of builds from
   * 4.2.557 to 4.2.807 it starts one.
   */
  ApiResponse create(Call call) {
    var body = call.body();
    if (form == Form.SHORT_WITH_MODES && body.path("mode").asText().equals("start")) {
      return start(call);
    }
    var first = firstMessage(call, new BodyFields(body));
    requireMembers(body);
    var opened = call.world().change(transaction -> create(transaction, body, first));
    return form == Form.WHOLE ? whole(call, opened) : ApiResponse.ok(shortened(opened));
  }

  /** Where a mode decides what is needed, the contract does not. */
  private static void requireMembers(JsonNode body) {
    for (var name : List.of("type", "participantIDs")) {
      if (!body.has(name)) {
        throw new ApiException(ApiError.invalid(name, "a value, to create a chat", "nothing"));
      }
    }
  }

  private static ChatCreation.Opened create(
      Transaction transaction, JsonNode body, @Nullable SendRequest first) {
    var account = transaction.state().requireAccount(body.path("accountID").asText());
    var people = people(transaction.state(), account, body.path("participantIDs"));
    var title = new BodyFields(body).text("title");
    var opened =
        body.path("type").asText().equals("group")
            ? ChatCreation.group(transaction, account, people, title)
            : ChatCreation.direct(transaction, account, only(people));
    return greeted(transaction, opened, first);
  }

  /**
   * Opens the direct chat with somebody, the existing one if there is one. The first message is
   * delivered only in a new chat; in an existing one it is dropped without a word, as a real server
   * was seen to do.
   */
  ApiResponse start(Call call) {
    var body = call.body();
    var first = firstMessage(call, new BodyFields(body));
    var opened = call.world().change(transaction -> start(transaction, body, first));
    return form == Form.WHOLE
        ? whole(call, opened)
        : ApiResponse.ok(shortened(opened).put("status", status(opened)));
  }

  private static ChatCreation.Opened start(
      Transaction transaction, JsonNode body, @Nullable SendRequest first) {
    var state = transaction.state();
    var account = state.requireAccount(body.path("accountID").asText());
    var person = find(state, account, new BodyFields(body.path("user")));
    requireKnown(state, account, person, Invite.of(body));
    return greeted(transaction, ChatCreation.direct(transaction, account, person), first);
  }

  private enum Invite {
    ALLOWED,
    REFUSED;

    static Invite of(JsonNode body) {
      return body.path("allowInvite").asBoolean(true) ? ALLOWED : REFUSED;
    }
  }

  /** Without an invitation only a chat with a contact can be new (assumed). */
  private static void requireKnown(WorldState state, Account account, User person, Invite invite) {
    var known =
        invite == Invite.ALLOWED
            || state.contactsOf(account.id()).find(person.id()).isPresent()
            || ChatCreation.existing(state, account, person.id()).isPresent();
    if (!known) {
      throw WorldException.forbidden(
          person.displayName() + " is no contact, and allowInvite is false");
    }
  }

  private static @Nullable SendRequest firstMessage(Call call, BodyFields fields) {
    var text = fields.filledText("messageText");
    if (text == null) {
      return null;
    }
    var rich = MatrixHtml.of(text, call.world().rules());
    return new SendRequest(rich, MatrixHtml.visibleText(rich.html()), null, null);
  }

  private static List<User> people(WorldState state, Account account, JsonNode ids) {
    var people = new ArrayList<User>();
    for (var id : ids) {
      people.add(
          Directory.byId(state, account, id.asText())
              .or(() -> Directory.lookUp(state, account, id.asText()))
              .orElseThrow(() -> WorldException.notFound("User", id.asText())));
    }
    return people;
  }

  private static User only(List<User> people) {
    if (people.size() != 1) {
      throw new ApiException(
          ApiError.invalid(
              "participantIDs",
              "exactly one participant for a single chat",
              people.size() + " participants"));
    }
    return people.get(0);
  }

  /**
   * The first identifier that is given and names somebody; the full name only ranks (documented).
   */
  private static User find(WorldState state, Account account, BodyFields user) {
    var id = user.filledText("id");
    var phone = user.filledText("phoneNumber");
    var email = user.filledText("email");
    var username = user.filledText("username");
    if (id == null && phone == null && email == null && username == null) {
      throw new ApiException(
          ApiError.invalid("user", "an id, username, phoneNumber or email", "none of them"));
    }
    return given(id)
        .flatMap(value -> Directory.byId(state, account, value))
        .or(() -> given(phone).flatMap(value -> Directory.byPhone(state, account, value)))
        .or(() -> given(email).flatMap(value -> Directory.byEmail(state, account, value)))
        .or(() -> given(username).flatMap(value -> Directory.byHandle(state, account, value)))
        .orElseThrow(
            () ->
                WorldException.notFound(
                    "User",
                    given(id).or(() -> given(phone)).or(() -> given(email)).orElse("" + username)));
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value);
  }

  /** The chat as it is after its first message, which only a new one gets. */
  private static ChatCreation.Opened greeted(
      Transaction transaction, ChatCreation.Opened opened, @Nullable SendRequest first) {
    if (!opened.created() || first == null) {
      return opened;
    }
    first.send(transaction, opened.chat().id());
    return new ChatCreation.Opened(transaction.state().requireChat(opened.chat().id()), true);
  }

  private ApiResponse whole(Call call, ChatCreation.Opened opened) {
    var chat = opened.chat();
    var tree = shown.chatTree(call.state(), chat, ChatJson.PARTICIPANTS_BY_DEFAULT);
    return ApiResponse.ok(tree.put("chatID", chat.id()).put("status", status(opened)));
  }

  private static ObjectNode shortened(ChatCreation.Opened opened) {
    return JsonNodeFactory.instance.objectNode().put("chatID", opened.chat().id());
  }

  private static String status(ChatCreation.Opened opened) {
    return opened.created() ? "created" : "existing";
  }
}
