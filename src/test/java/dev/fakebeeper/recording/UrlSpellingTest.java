package dev.fakebeeper.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlSpellingTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/v1/chats/%21abc%3Abeeper.com,            /v1/chats/!abc:beeper.com",
        "/v1/chats/!abc:beeper.com,                /v1/chats/!abc:beeper.com",
        "/v1/chats/a%2fb%23c,                      /v1/chats/a%2Fb%23c",
        "/v1/reactions/❤️,                         /v1/reactions/%E2%9D%A4%EF%B8%8F",
        "/v1/reactions/%e2%9d%a4%ef%b8%8f,         /v1/reactions/%E2%9D%A4%EF%B8%8F",
        "/v1/chats/a+b,                            /v1/chats/a+b",
        "/v1/search?query=a+b&limit=2,             /v1/search?limit=2&query=a%20b",
        "/v1/search?limit=2&query=a%20b,           /v1/search?limit=2&query=a%20b",
        "/v1/chats?accountIDs=b&accountIDs=a,      /v1/chats?accountIDs=b&accountIDs=a",
        "/v1/assets/serve?url=mxc://x/y,           /v1/assets/serve?url=mxc:%2F%2Fx%2Fy",
        "/v1/assets/serve?url=mxc%3A%2F%2Fx%2Fy,   /v1/assets/serve?url=mxc:%2F%2Fx%2Fy",
        "/v1/search?query&x=,                      /v1/search?query=&x=",
        "/v1/chats/100%,                           /v1/chats/100%",
        "/v1/chats/%zz,                            /v1/chats/%zz",
      })
  void urls_that_mean_the_same_are_spelled_alike(String url, String spelled) {
    assertThat(UrlSpelling.url(url)).isEqualTo(spelled);
    assertThat(UrlSpelling.url(spelled)).as("spelled again").isEqualTo(spelled);
  }
}
