package dev.fakebeeper.assertj;

import static dev.fakebeeper.assertj.FakeBeeperAssertions.assertThat;
import static dev.fakebeeper.control.journal.Verify.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.journal.VerificationFailure;
import dev.fakebeeper.junit.FakeBeeperTest;
import dev.fakebeeper.junit.StartingWorld;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FakeBeeperTest
@StartingWorld("empty")
class FakeBeeperAssertionsTest {
  private static final String ANN = "@ann:b.c";

  private final FakeBeeper beeper;
  private final FakeWorld world;
  private String lunch;

  FakeBeeperAssertionsTest(FakeBeeper beeper) {
    this.beeper = beeper;
    this.world = beeper.world();
  }

  @BeforeEach
  void open() {
    lunch = world.others().openGroup(world.accountIds().get(0), "Lunch", List.of(ANN));
  }

  private String ask(String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(beeper.baseUri() + path))
            .header("Authorization", "Bearer " + beeper.token())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return answer.body();
  }

  private static void fails(ThrowingCallable assertion, String message) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  @Test
  void worlds_have_chats_requests_and_a_time() throws Exception {
    ask("GET", "/v1/chats", "");

    assertThat(world)
        .hasChat("Lunch")
        .hasChat(lunch)
        .hasNoChat("Gym")
        .hasRequest("listChats")
        .hasNoRequest("sendMessage")
        .saw(requests("listChats").status(200))
        .saw(requests("listChats").atLeast(1).within(Duration.ofSeconds(1)))
        .isAt(Instant.parse("2026-06-15T09:30:00Z"));
  }

  @Test
  void a_world_without_them_says_what_it_has() {
    var name = world.name();

    fails(
        () -> assertThat(world).hasChat("Gym"),
        "Expected a chat \"Gym\" in the world \"" + name + "\", but there are: Lunch");
    fails(
        () -> assertThat(world).hasNoChat("Lunch"),
        "Expected no chat \"Lunch\" in the world \"" + name + "\", but it is there");
    fails(
        () -> assertThat(world).isAt(Instant.EPOCH),
        "Expected the clock of the world \""
            + name
            + "\" to show 1970-01-01T00:00:00Z, but it shows 2026-06-15T09:30:00Z");
    assertThatThrownBy(() -> assertThat(world).hasRequest("listChats"))
        .isInstanceOf(VerificationFailure.class);
  }

  @Test
  void chats_have_marks_and_messages() throws Exception {
    world.others().from(ANN).text("noon?").in(lunch);
    assertThat(world).chat("Lunch").isUnread().hasUnread(1).lastMessage().isFrom(ANN);

    var chat = "/v1/chats/" + lunch;
    ask("POST", chat + "/read", "");
    ask("POST", chat + "/archive", "{\"archived\":true}");
    ask("PATCH", chat, "{\"isMuted\":true,\"isPinned\":false}");
    ask("POST", chat + "/reminders", "{\"reminder\":{\"remindAt\":\"2026-06-16T09:00:00Z\"}}");

    assertThat(world)
        .chat("Lunch")
        .isRead()
        .isArchived()
        .isMuted()
        .isNotPinned()
        .hasReminderAt(Instant.parse("2026-06-16T09:00:00Z"))
        .hasMessage("noon?")
        .hasNoMessage("one?");
  }

  @Test
  void a_chat_without_them_says_what_it_has() {
    world.others().from(ANN).text("noon?").in(lunch);
    var chat = world.inbox().chat("Lunch");

    var state = "not archived, not muted, not pinned, not of low priority, 1 unread";
    fails(
        () -> assertThat(chat).isArchived(),
        "Expected the chat \"Lunch\" to be archived, but it is: " + state);
    fails(
        () -> assertThat(chat).hasUnread(2),
        "Expected the chat \"Lunch\" to have 2 unread, but it is: " + state);
    fails(
        () -> assertThat(chat).hasDraft("soon"),
        "Expected the chat \"Lunch\" to have the draft \"soon\", but it has none");
    fails(
        () -> assertThat(chat).hasReminderAt(Instant.EPOCH),
        "Expected the chat \"Lunch\" to have a reminder at 1970-01-01T00:00:00Z, but it has none");
    fails(
        () -> assertThat(world).chat("Lunch").message("one?"),
        "Expected a message \"one?\" in the chat \"Lunch\", but the last ones are:\n  @ann:b.c: noon?");
    fails(
        () -> assertThat(world).chat("Lunch").hasNoMessage("noon?"),
        "Expected no message \"noon?\" in the chat \"Lunch\", but it is there");
    assertThatThrownBy(() -> assertThat(chat).hasMessage("noon?"))
        .hasMessage(
            "A chat that was looked at alone does not know its messages. Begin with assertThat(world).chat(\"Lunch\").");
  }

  @Test
  void messages_have_an_author_a_fate_and_reactions() throws Exception {
    ask("POST", "/v1/chats/" + lunch + "/messages", "{\"text\":\"noon?\"}");
    var id = world.inbox().messages("Lunch").get(0).id();
    world.others().react(lunch, id, ANN, "👍");

    assertThat(world)
        .chat("Lunch")
        .message("noon?")
        .isFromOwner()
        .isSent()
        .hasText("noon?")
        .hasReaction("👍");
    var message = world.inbox().messages("Lunch").get(0);
    fails(
        () -> assertThat(message).isEdited(),
        "Expected the message \"noon?\" to be edited, but it is: from the owner, SUCCESS, edited 0 times, reactions [👍]");
    fails(
        () -> assertThat(message).hasFailed(),
        "Expected the message \"noon?\" to have failed, but it is: from the owner, SUCCESS, edited 0 times, reactions [👍]");
    fails(
        () -> assertThat(message).isFrom(ANN),
        "Expected the message \"noon?\" to be from @ann:b.c, but it is: from the owner, SUCCESS, edited 0 times, reactions [👍]");
  }

  @Test
  void a_message_of_somebody_else_was_neither_sent_nor_did_it_fail() {
    world.others().from(ANN).text("noon?").in(lunch);

    var message = world.inbox().messages("Lunch").get(0);

    fails(
        () -> assertThat(message).hasFailed(),
        "Expected the message \"noon?\" to have failed, but it is: from @ann:b.c, edited 0 times, reactions []");
    fails(
        () -> assertThat(message).isSent(),
        "Expected the message \"noon?\" to be sent, but it is: from @ann:b.c, edited 0 times, reactions []");
  }
}
