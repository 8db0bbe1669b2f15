package dev.fakebeeper.operations;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.world.ConsentRequest;
import dev.fakebeeper.world.OAuthClient;
import dev.fakebeeper.world.OAuthError;
import dev.fakebeeper.world.OAuthPlan;
import dev.fakebeeper.world.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The page that asks the user, and the one that says why nobody is asked. They need neither script
 * nor anything from elsewhere. What clients say of themselves becomes text, never markup. Immutable
 * template, a copy for each page; thread-safe.
 */
final class ConsentPage {
  private static final String API = "Beeper Desktop API";

  /** How often the page looks for an answer that is given elsewhere. */
  private static final String RELOAD_SECONDS = "2";

  private ConsentPage() {}

  /** Read with the first page. */
  private static final class Template {
    static final Document DOCUMENT = read();
    static final String POLICY = policy(DOCUMENT);

    private static Document read() {
      try (var html = ConsentPage.class.getResourceAsStream("/dev/fakebeeper/oauth/consent.html")) {
        var document = Jsoup.parse(Objects.requireNonNull(html), "UTF-8", "");
        document.outputSettings().prettyPrint(false);
        return document;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /**
     * Nothing but the one style sheet. Forms may be sent, and go on from there: where to, only the
     * client knows.
     */
    private static String policy(Document document) {
      var style = document.expectFirst("style").data().getBytes(StandardCharsets.UTF_8);
      try {
        var hash = MessageDigest.getInstance("SHA-256").digest(style);
        return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; frame-ancestors 'none'"
            .formatted(Base64.getEncoder().encodeToString(hash));
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError("every JDK has SHA-256", e);
      }
    }
  }

  /** The page for a question. */
  static Document question(OAuthClient client, ConsentRequest request, OAuthPlan.Answer where) {
    var page = Template.DOCUMENT.clone();
    head(page, client.name() + " wants to use " + API, client.name());
    fact(page, "home", client.uri() == null ? "" : client.uri());
    fact(page, "target", String.valueOf(request.wish().redirectUri()));
    if (where == OAuthPlan.Answer.WAIT) {
      byId(page, "decision").remove();
      text(page, "said", "Answer in Beeper on your computer. This page goes on by itself.");
      byId(page, "said").attr("role", "status");
      page.head()
          .appendElement("meta")
          .attr("http-equiv", "refresh")
          .attr("content", RELOAD_SECONDS);
    } else {
      byId(page, "said").remove();
      form(page, request);
    }
    return page;
  }

  private static void form(Document page, ConsentRequest request) {
    page.expectFirst("input[name=request]").attr("value", request.id());
    if (!request.wish().scopes().contains(Token.Scope.WRITE)) {
      byId(page, "write").remove();
    }
  }

  /** The page for a request that cannot be asked. */
  static Document refusal(OAuthError error) {
    var page = Template.DOCUMENT.clone();
    head(page, "This request cannot be answered", error.code().word());
    text(page, "said", error.description());
    byId(page, "facts").remove();
    byId(page, "decision").remove();
    return page;
  }

  private static void head(Document page, String heading, String title) {
    page.expectFirst("h1").text(heading);
    page.title(title + " – " + API);
  }

  private static void fact(Document page, String id, String value) {
    if (value.isEmpty()) {
      var fact = byId(page, id);
      Objects.requireNonNull(fact.previousElementSibling()).remove();
      fact.remove();
    } else {
      text(page, id, value);
    }
  }

  private static void text(Document page, String id, String value) {
    byId(page, id).text(value);
  }

  private static Element byId(Document page, String id) {
    return Objects.requireNonNull(page.getElementById(id), id);
  }

  /** The answer that carries a page; no cache may keep it. */
  static ApiResponse answer(int status, Document page) {
    return ApiResponse.of(status, new Body.Text("text/html; charset=utf-8", page.outerHtml()))
        .with("Content-Security-Policy", Template.POLICY)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "no-store");
  }
}
