package dev.fakebeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompatibilityRulesTest {
  private final CompatibilityRules rules = CompatibilityRules.of(Contract.bundled());

  @Test
  void milliseconds_of_a_reminder_become_a_time() {
    var rewritten =
        rules.rewrite(
            post("/v1/chats/x/reminders", "{\"reminder\":{\"remindAtMs\":1780478142118}}"));

    assertThat(text(rewritten))
        .isEqualTo("{\"reminder\":{\"remindAt\":\"2026-06-03T09:15:42.118Z\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reminder\":{\"remindAt\":\"2026-06-03T09:15:42Z\"}}",
        "{\"reminder\":{\"remindAt\":\"x\",\"remindAtMs\":1}}",
        "{\"reminder\":{\"remindAtMs\":\"1780478142118\"}}",
        "{\"reminder\":{\"remindAtMs\":1e300}}",
        "{\"reminder\":null}",
        "[]",
        "not json",
        ""
      })
  void a_reminder_in_any_other_form_is_left_to_the_contract(String body) {
    var request = post("/v1/chats/x/reminders", body);

    assertThat(rules.rewrite(request)).isSameAs(request);
  }

  @Test
  void a_reaction_key_in_the_query_becomes_a_segment_of_the_path() {
    assertThat(removal("reactionKey=%F0%9F%91%8D%EF%B8%8F").rawPath())
        .isEqualTo("/v1/chats/!a:b/messages/7/reactions/%F0%9F%91%8D%EF%B8%8F");
    assertThat(removal("reactionKey=a/b%20c%2B").rawPath()).endsWith("/reactions/a%2Fb%20c%2B");
    assertThat(removal("x=1&reactionKey=ok&y=2").rawQuery()).isEqualTo("x=1&y=2");
    assertThat(removal("reactionKey=ok").rawQuery()).isNull();
  }

  @Test
  void a_reaction_key_that_cannot_be_read_is_left_alone() {
    assertThat(removal("reactionKey=%zz").rawPath()).endsWith("/reactions");
    assertThat(removal("reactionKey=").rawPath()).endsWith("/reactions");
    assertThat(removal(null).rawPath()).endsWith("/reactions");
  }

  @Test
  void creating_in_the_mode_start_starts_a_chat() {
    var rewritten = rules.rewrite(post("/v1/chats", "{\"mode\":\"start\",\"accountID\":\"a\"}"));

    assertThat(rewritten.rawPath()).isEqualTo("/v1/chats/start");
    assertThat(text(rewritten)).isEqualTo("{\"accountID\":\"a\"}");
  }

  @Test
  void the_mode_create_and_builds_without_the_newer_route_are_left_alone() {
    var create = post("/v1/chats", "{\"mode\":\"create\"}");
    var start = post("/v1/chats", "{\"mode\":\"start\"}");
    var old = CompatibilityRules.of(Contract.bundled().at(ApiVersion.of("4.2.557")));

    assertThat(rules.rewrite(create)).isSameAs(create);
    assertThat(old.rewrite(start)).isSameAs(start);
  }

  @Test
  void a_rule_that_is_switched_off_does_nothing() {
    var request = post("/v1/chats", "{\"mode\":\"start\"}");

    assertThat(rules.without(List.of("chat-mode-start")).rewrite(request)).isSameAs(request);
    assertThat(rules.without(List.of("reminder-milliseconds")).rewrite(request))
        .isNotSameAs(request);
  }

  @Test
  void a_strict_fake_takes_no_milliseconds() {
    var reminder = post("/v1/chats/a/reminders", "{\"reminder\":{\"remindAtMs\":1}}");
    var start = post("/v1/chats", "{\"mode\":\"start\"}");

    assertThat(rules.strict().rewrite(reminder)).isSameAs(reminder);
    assertThat(rules.strict().rewrite(start)).isNotSameAs(start);
  }

  @Test
  void an_unknown_name_is_refused_with_those_that_exist() {
    assertThatThrownBy(() -> rules.without(List.of("typo")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "compatibility rule (typo) must be one of"
                + " [reminder-milliseconds, reaction-key-in-query, chat-mode-start]");
  }

  private ApiRequest removal(@Nullable String query) {
    return rules.rewrite(ApiRequest.of("DELETE", "/v1/chats/!a:b/messages/7/reactions", query));
  }

  private static ApiRequest post(String path, String body) {
    return new ApiRequest(
        "POST", path, null, HttpHeaders.none(), body.getBytes(StandardCharsets.UTF_8), List.of());
  }

  private static String text(ApiRequest request) {
    return new String(request.body(), StandardCharsets.UTF_8);
  }
}
