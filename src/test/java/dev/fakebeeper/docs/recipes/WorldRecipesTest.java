package dev.fakebeeper.docs.recipes;

import static dev.fakebeeper.assertj.FakeBeeperAssertions.assertThat;
import static dev.fakebeeper.control.journal.Verify.inOrder;
import static dev.fakebeeper.control.journal.Verify.requests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.ClientSockets;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.faults.Fault;
import dev.fakebeeper.junit.AllowViolations;
import dev.fakebeeper.junit.BeeperToken;
import dev.fakebeeper.junit.FakeBeeperTest;
import dev.fakebeeper.junit.Scenario;
import dev.fakebeeper.junit.StartingWorld;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@FakeBeeperTest
class WorldRecipesTest {

  // snippet: parameters
  @Test
  void parameters(URI address, @BeeperToken String token, FakeWorld world) throws Exception {
    new AwayBot(address, token).accounts();

    assertThat(world).hasRequest("getAccounts");
  }

  // end

  // snippet: starting-world
  @Test
  @StartingWorld("empty")
  void one_account_and_no_chats(FakeWorld world) {
    assertThat(world.inbox().chats()).isEmpty();
  }

  @Test
  @StartingWorld("two-chats.yaml") // a resource beside the test
  void chats_of_your_own(FakeWorld world) {
    assertThat(world).hasChat("Lunch").hasChat("Gym");
  }

  // end

  // snippet: others
  @Test
  @StartingWorld("two-chats.yaml")
  void somebody_writes_and_reacts(FakeBeeper beeper) throws Exception {
    var others = beeper.world().others();
    var lunch = beeper.world().inbox().chat("Lunch");
    others.from("@ann:example.org").text("noon?").in(lunch.id());

    new AwayBot(beeper.baseUri(), beeper.token()).answerUnread();
    var answer = beeper.world().inbox().messages("Lunch").get(1);
    others.react(lunch.id(), answer.id(), "@ann:example.org", "👍");

    assertThat(beeper.world()).chat("Lunch").lastMessage().isFromOwner().hasReaction("👍");
  }

  // end

  // snippet: time
  @Test
  @StartingWorld("two-chats.yaml")
  void a_slow_network(FakeBeeper beeper) throws Exception {
    var world = beeper.world();
    world.sends().everywhere(plan -> plan.pendingFor(Duration.ofSeconds(40)));
    world.others().from("@ann:example.org").text("noon?").in(world.inbox().chat("Lunch").id());

    new AwayBot(beeper.baseUri(), beeper.token()).answerUnread();
    world.advance(Duration.ofSeconds(39)); // no sleeping: all that is due has happened
    assertThat(world).chat("Lunch").lastMessage().isPending();
    world.advance(Duration.ofSeconds(1));
    assertThat(world).chat("Lunch").lastMessage().isSent();
  }

  // end

  // snippet: fault
  @Test
  void the_first_call_fails(FakeBeeper beeper) throws Exception {
    beeper.world().faults().plan(Fault.on("getAccounts").first(1).error(502));

    new AwayBot(beeper.baseUri(), beeper.token()).accounts();

    beeper.world().verify(inOrder(requests().status(502), requests().status(200)));
  }

  // end

  // snippet: scenario
  @Test
  @Scenario("account-needs-reconnect")
  void the_user_is_asked_to_scan_the_code_again(FakeBeeper beeper) throws Exception {
    beeper.world().advance(Duration.ofSeconds(5)); // then WhatsApp signs the session out

    var accounts = new AwayBot(beeper.baseUri(), beeper.token()).accounts();

    assertThat(accounts).contains("reconnect_required");
  }

  // end

  // snippet: socket
  @Test
  void the_connection_goes(FakeBeeper beeper) throws Exception {
    var ended = new AwayBot(beeper.baseUri(), beeper.token()).listen();
    beeper.world().sockets().awaitSubscribed(1, Duration.ofSeconds(5));

    beeper.world().sockets().closeAll(1001, "restarting");

    assertThat(ended.get(5, TimeUnit.SECONDS)).isEqualTo(1001);
  }

  // end

  // snippet: client-socket
  @Test
  @StartingWorld("two-chats.yaml")
  void what_a_client_is_told(FakeWorld world, ClientSockets sockets) {
    var lunch = world.inbox().chat("Lunch").id();
    var socket = sockets.openSubscribed(lunch);

    world.others().from("@ann:example.org").text("noon?").in(lunch);

    assertThat(socket.await("message.upserted", Duration.ofSeconds(5)).text()).contains("noon?");
  }

  // end

  // snippet: requests
  @Test
  @StartingWorld("two-chats.yaml")
  void what_the_client_asked(FakeBeeper beeper) throws Exception {
    var world = beeper.world();
    var lunch = world.inbox().chat("Lunch").id();
    world.others().from("@ann:example.org").text("noon?").in(lunch);

    new AwayBot(beeper.baseUri(), beeper.token()).answerUnread();

    world.verify(requests("sendMessage").inChat(lunch).withBody("$.text").times(1));
    world.verify(requests("listChats").atLeast(1).within(Duration.ofSeconds(5))); // waits
    assertThat(world).hasNoRequest("deleteMessage");
  }

  // end

  // snippet: allow
  @Test
  @AllowViolations("searchChats")
  void what_the_client_makes_of_a_refusal(FakeBeeper beeper) throws Exception {
    var message = new AwayBot(beeper.baseUri(), beeper.token()).searchBadly();

    assertThat(message).isNotEmpty();
  }
  // end
}
