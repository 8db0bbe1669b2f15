package com.example;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.journal.Journal;
import dev.fakebeeper.junit.FakeBeeperExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Three servers in one process: Spring's Jetty, WireMock's Jetty, and the fake's. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class InboxApplicationTest {
  private static final FakeBeeper BEEPER = FakeBeeper.start();

  @RegisterExtension
  static final FakeBeeperExtension FAKE = FakeBeeperExtension.over(BEEPER);

  private static final WireMockServer WEATHER =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  @Autowired private TestRestTemplate browser;
  @Autowired private ServletWebServerApplicationContext application;

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry properties) {
    WEATHER.start();
    properties.add("beeper.url", BEEPER::baseUri);
    properties.add("beeper.token", BEEPER::token);
    properties.add("weather.url", WEATHER::baseUrl);
  }

  @AfterAll
  static void stop() {
    WEATHER.stop();
    BEEPER.close();
  }

  @RepeatedTest(2)
  void the_page_shows_what_both_services_say(Journal journal) {
    WEATHER.stubFor(get("/today").willReturn(ok("sunny ")));

    var page = browser.getForObject("/page", String.class);

    assertThat(application.getWebServer().getClass().getSimpleName()).isEqualTo("JettyWebServer");
    assertThat(page).startsWith("sunny {\"items\":[");
    assertThat(journal.exchanges()).hasSize(1);
  }

  @Test
  void a_stub_mapping_is_answered_by_the_wiremock_of_the_project() {
    WEATHER.stubFor(get("/today").willReturn(ok("rain ")));
    BEEPER
        .world()
        .stubs()
        .add(
            """
            {"request": {"method": "GET", "urlPath": "/v1/chats"},
             "response": {"headers": {"Content-Type": "application/json"},
               "jsonBody": {"items": [], "hasMore": false, "oldestCursor": null, "newestCursor": null}}}""");

    assertThat(browser.getForObject("/page", String.class)).startsWith("rain {\"items\":[]");
  }
}
