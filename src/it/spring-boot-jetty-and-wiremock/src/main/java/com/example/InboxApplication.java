package com.example;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.beans.factory.annotation.Value;

/** Shows the chats of Beeper and the weather of another service. */
@SpringBootApplication
@RestController
public class InboxApplication {
  private final HttpClient client = HttpClient.newHttpClient();

  @Value("${beeper.url}")
  private String beeper;

  @Value("${beeper.token}")
  private String token;

  @Value("${weather.url}")
  private String weather;

  public static void main(String[] arguments) {
    SpringApplication.run(InboxApplication.class, arguments);
  }

  @GetMapping("/page")
  String page() throws Exception {
    return get(weather + "/today") + get(beeper + "/v1/chats");
  }

  private String get(String url) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }
}
