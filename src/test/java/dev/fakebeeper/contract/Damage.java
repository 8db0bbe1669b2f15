package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A wrong change of the document, and the facts that must fail by it: no more and no fewer.
 *
 * @param name what was done
 * @param change does it
 * @param failing the names of the facts that see it
 */
record Damage(String name, Consumer<ObjectNode> change, List<String> failing) {
  private static final String SCHEMAS = "/components/schemas/";
  private static final String LIST_CHATS = "/paths/~1v1~1chats/get";
  private static final String SESSION_ID = "/components/parameters/LoginSessionID";
  private static final String SESSION = "/v1/bridges/{bridgeID}/login-sessions/{loginSessionID}";

  static Stream<Damage> all() {
    return Stream.of(operations(), parameters(), messages(), schemas(), constraints(), others())
        .flatMap(damages -> damages);
  }

  private static Stream<Damage> operations() {
    return Stream.of(
        of("an operation is gone", d -> at(d, "/paths/~1v1~1focus").remove("post"))
            .breaks("core POST /v1/focus: present", "version of focusApp"),
        of(
                "an operation is new",
                d -> at(d, "/paths/~1v1~1info").set("put", at(d, "/paths/~1v1~1info/get")))
            .breaks("document PUT /v1/info: known"),
        of("an operation needs no token", d -> at(d, LIST_CHATS).putArray("security"))
            .breaks("core GET /v1/chats: security"),
        of("a scope is wider", d -> at(d, LIST_CHATS).put("x-fake-scope", "write"))
            .breaks("core GET /v1/chats: scope"),
        of("an operation is older", d -> at(d, LIST_CHATS).put("x-fake-since", "4.1.0"))
            .breaks("version of listChats"),
        of("a grade is invented", d -> at(d, LIST_CHATS).put("x-fake-evidence", "rumoured"))
            .breaks("core GET /v1/chats: evidence"));
  }

  private static Stream<Damage> parameters() {
    return Stream.of(
        of("a parameter is gone", d -> list(d, LIST_CHATS + "/parameters").remove(3))
            .breaks("core GET /v1/chats: parameters", "version of listChats.limit"),
        of("a range is wider", d -> at(d, LIST_CHATS + "/parameters/3/schema").put("maximum", 500))
            .breaks("core GET /v1/chats query limit: maximum"),
        of("a default is other", d -> at(d, LIST_CHATS + "/parameters/3/schema").put("default", 20))
            .breaks("core GET /v1/chats query limit: default"),
        of(
                "a parameter is required",
                d -> at(d, LIST_CHATS + "/parameters/3").put("required", true))
            .breaks("core GET /v1/chats query limit: required"),
        of(
                "a list is joined",
                d -> at(d, "/components/parameters/AccountIDs").put("explode", false))
            .breaks(
                "core GET /v1/chats query accountIDs: explode",
                "core GET /v1/chats/search query accountIDs: explode",
                "core GET /v1/messages/search query accountIDs: explode"));
  }

  private static Stream<Damage> messages() {
    var send = "/paths/~1v1~1chats~1{chatID}~1messages/post";
    return Stream.of(
        of("a body is required", d -> at(d, send + "/requestBody").put("required", true))
            .breaks("core POST /v1/chats/{chatID}/messages body: required"),
        of(
                "a body has one field less",
                d ->
                    at(d, send + "/requestBody/content/application~1json/schema/properties")
                        .remove("attachment"))
            .breaks(
                "core POST /v1/chats/{chatID}/messages body application/json: members",
                "version of sendMessage.attachment"),
        of("a status is gone", d -> at(d, LIST_CHATS + "/responses").remove("409"))
            .breaks("core GET /v1/chats: statuses"),
        of(
                "a status is new",
                d ->
                    at(d, LIST_CHATS + "/responses")
                        .set("418", at(d, LIST_CHATS + "/responses/400")))
            .breaks("core GET /v1/chats: statuses"),
        of("a header is gone", d -> at(d, LIST_CHATS + "/responses/200").remove("headers"))
            .breaks("core GET /v1/chats 200: headers"),
        of(
                "a media type is other",
                d ->
                    rename(
                        at(d, LIST_CHATS + "/responses/200/content"),
                        "application/json",
                        "text/plain"))
            .breaks(
                "core GET /v1/chats 200: media types",
                "core GET /v1/chats 200 content: type",
                "core GET /v1/chats 200 content: null"),
        of(
                "an answer has another schema",
                d ->
                    at(d, LIST_CHATS + "/responses/200/content/application~1json/schema")
                        .put("$ref", "#" + SCHEMAS + "SearchChatsOutput"))
            .breaks("core GET /v1/chats 200 content: type"));
  }

  private static Stream<Damage> schemas() {
    return Stream.of(
        of("a field is gone", d -> at(d, SCHEMAS + "Chat/properties").remove("title"))
            .breaks("core Chat: members", "core Chat: required but no member"),
        of(
                "a field is new",
                d -> at(d, SCHEMAS + "Chat/properties").putObject("mood").put("type", "string"))
            .breaks("core Chat: members"),
        of("a required field is optional", d -> list(d, SCHEMAS + "SendStatus/required").remove(0))
            .breaks("core SendStatus.status: required"),
        of(
                "a field may not be null",
                d -> at(d, SCHEMAS + "Chat/properties/description").put("type", "string"))
            .breaks("core Chat.description: null"),
        of(
                "a field may be null",
                d -> list(d, SCHEMAS + "Chat/properties/title", "type").add("string").add("null"))
            .breaks("core Chat.title: null"),
        of(
                "a schema is new",
                d -> at(d, "/components/schemas").putObject("Mood").put("type", "string"))
            .breaks("document schemas: known"),
        of(
                "a newer field has no version",
                d -> at(d, SCHEMAS + "Chat/properties/labels").remove("x-fake-since"))
            .breaks("version of Chat.labels"));
  }

  private static Stream<Damage> constraints() {
    return Stream.of(
        of(
                "a value of an enumeration is gone",
                d -> list(d, SCHEMAS + "SendStatus/properties/status/enum").remove(1))
            .breaks("core SendStatus.status: enum"),
        of(
                "a format is gone",
                d -> at(d, SCHEMAS + "Message/properties/timestamp").remove("format"))
            .breaks("core Message.timestamp: format"),
        of("a shared parameter is stricter", d -> at(d, SESSION_ID + "/schema").put("minLength", 2))
            .breaks(
                "bridges GET " + SESSION + " path loginSessionID: minLength",
                "bridges DELETE " + SESSION + " path loginSessionID: minLength",
                "bridges POST " + SESSION + "/steps/{stepID} path loginSessionID: minLength"),
        of(
                "a constraint is new",
                d -> at(d, SCHEMAS + "Message/properties/id").put("maxLength", 20))
            .breaks("core Message.id: maxLength"),
        of(
                "a closed object is open",
                d -> at(d, SCHEMAS + "WSReadyMessage").remove("additionalProperties"))
            .breaks("core WSReadyMessage: closed"),
        of(
                "an open object is closed",
                d -> at(d, SCHEMAS + "Message").put("additionalProperties", false))
            .breaks("core Message: closed"));
  }

  private static Stream<Damage> others() {
    return Stream.of(
        of(
                "a branch of a union is gone",
                d -> list(d, SCHEMAS + "WSOutgoingMessage/anyOf").remove(6))
            .breaks("core WSOutgoingMessage: branches"),
        of(
                "a union takes several branches",
                d -> rename(at(d, SCHEMAS + "LoginStep"), "oneOf", "anyOf"))
            .breaks("bridges LoginStep: type", "bridges LoginStep: branches"),
        of("an event is gone", d -> at(d, "/x-fake-websocket/events").remove("chat.deleted"))
            .breaks("core websocket events: names", "core websocket events chat.deleted"),
        of(
                "a scheme is other",
                d -> at(d, "/components/securitySchemes/bearerAuth").put("scheme", "basic"))
            .breaks("core bearerAuth: scheme"));
  }

  private static Damage of(String name, Consumer<ObjectNode> change) {
    return new Damage(name, change, List.of());
  }

  private Damage breaks(String... facts) {
    return new Damage(name, change, List.of(facts));
  }

  private static ObjectNode at(ObjectNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  private static ArrayNode list(ObjectNode document, String pointer) {
    return (ArrayNode) document.at(pointer);
  }

  private static ArrayNode list(ObjectNode document, String pointer, String member) {
    return at(document, pointer).putArray(member);
  }

  private static void rename(ObjectNode node, String from, String to) {
    node.set(to, node.remove(from));
  }

  @Override
  public String toString() {
    return name;
  }
}
