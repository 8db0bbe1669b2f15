package com.example;

import static dev.fakebeeper.assertj.FakeBeeperAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.junit.FakeBeeperTest;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

/** A test without the application: a world for each, and AssertJ as Spring brings it. */
@FakeBeeperTest
class ClientTest {

  @Test
  void the_client_of_spring_reads_the_inbox(FakeBeeper beeper) {
    var client =
        RestClient.builder()
            .baseUrl(beeper.baseUri().toString())
            .defaultHeader("Authorization", "Bearer " + beeper.token())
            .build();

    var chats = client.get().uri("/v1/chats").retrieve().body(String.class);

    assertThat(chats).startsWith("{\"items\":[");
    assertThat(beeper.world()).hasRequest("listChats").hasNoRequest("sendMessage");
  }
}
