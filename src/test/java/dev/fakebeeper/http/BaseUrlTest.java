package dev.fakebeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links in answers lead back the way the client came. */
class BaseUrlTest {
  private static Edge direct;
  private static Edge proxied;

  @BeforeAll
  static void start() {
    direct = new SmallFake().start();
    proxied = new SmallFake().behindProxy().start();
  }

  @AfterAll
  static void stop() {
    direct.close();
    proxied.close();
  }

  @Test
  void the_host_that_the_client_named_is_taken() throws Exception {
    assertThat(Ask.get("/where").at(direct).body()).isEqualTo("{\"url\":\"http://fake.test\"}");
  }

  @Test
  void a_client_that_names_no_host_gets_the_address_it_reached() throws Exception {
    try (var wire = Wire.to("127.0.0.1", direct.port())) {
      assertThat(wire.write("GET /where HTTP/1.0\r\n\r\n").answer().body())
          .isEqualTo("{\"url\":\"http://127.0.0.1:%d\"}".formatted(direct.port()));
    }
  }

  @Test
  void forwarded_headers_are_not_believed_by_default() throws Exception {
    var ask = Ask.get("/where").header("X-Forwarded-Host: evil.test");

    assertThat(ask.at(direct).body()).isEqualTo("{\"url\":\"http://fake.test\"}");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          proxy.test,           https, 443,  https://proxy.test
          proxy.test,           http,  80,   http://proxy.test
          proxy.test,           https, 8443, https://proxy.test:8443
          proxy.test:9000,      https, 443,  https://proxy.test:9000
          'proxy.test, inner',  https, 443,  https://proxy.test
          [fd00::1],            http,  8080, http://[fd00::1]:8080
          """)
  void behind_a_proxy_its_address_is_taken(String host, String proto, String port, String url)
      throws Exception {
    var ask =
        Ask.get("/where")
            .header("X-Forwarded-Host: " + host)
            .header("X-Forwarded-Proto: " + proto)
            .header("X-Forwarded-Port: " + port);

    assertThat(ask.at(proxied).body()).isEqualTo("{\"url\":\"" + url + "\"}");
  }

  @Test
  void behind_a_proxy_a_direct_client_still_gets_its_own_host() throws Exception {
    assertThat(Ask.get("/where").at(proxied).body()).isEqualTo("{\"url\":\"http://fake.test\"}");
  }
}
