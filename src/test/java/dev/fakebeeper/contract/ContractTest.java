package dev.fakebeeper.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractTest {
  private final Contract contract = Contract.bundled();

  @Test
  void the_bundled_contract_is_read_once() {
    assertThat(Contract.bundled()).isSameAs(contract);
    assertThat(contract.version()).isEqualTo(ApiVersion.latest());
  }

  @Test
  void an_older_version_hides_newer_operations() {
    var old = contract.at(ApiVersion.of("4.1.294"));

    assertThat(old.find("startChat")).isEmpty();
    assertThat(contract.find("startChat")).isPresent();
    assertThat(old.route("GET", "/v1/info")).isInstanceOf(Routing.Unknown.class);
    assertThat(contract.at(ApiVersion.of("4.1.294"))).isSameAs(old);
  }

  @Test
  void a_literal_segment_wins_over_a_templated_one() {
    assertThat(contract.route("GET", "/v1/chats/search"))
        .isEqualTo(new Routing.Found(contract.find("searchChats").orElseThrow(), Map.of()));
    assertThat(contract.route("HEAD", "/v1/chats/%21a%2Fb:beeper.com"))
        .isEqualTo(
            new Routing.Found(
                contract.find("getChat").orElseThrow(), Map.of("chatID", "!a/b:beeper.com")));
  }
}
