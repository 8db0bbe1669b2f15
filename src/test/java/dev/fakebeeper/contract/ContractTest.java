package dev.fakebeeper.contract;

import static dev.fakebeeper.contract.TestContracts.LIBRARY;
import static dev.fakebeeper.contract.TestContracts.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Operation.Evidence;
import dev.fakebeeper.contract.Operation.Scope;
import dev.fakebeeper.contract.Operation.Security;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContractTest {
  private static final ApiVersion OLD = ApiVersion.of("4.1.294");

  @Test
  void the_bundled_contract_is_read_once_and_shows_the_newest_version() {
    var contract = Contract.bundled();

    assertThat(Contract.bundled()).isSameAs(contract);
    assertThat(contract.version()).isEqualTo(ApiVersion.latest());
    assertThat(contract.at(ApiVersion.latest())).isSameAs(contract);
    assertThat(contract.notices()).isEmpty();
  }

  @Nested
  class Operations {
    @Test
    void stand_in_the_order_of_the_document() {
      assertThat(LIBRARY.operations())
          .extracting(Operation::id)
          .containsExactly(
              "listBooks",
              "addBook",
              "searchBooks",
              "getBook",
              "changeBook",
              "lendBook",
              "uploadCover",
              "getHealth");
    }

    @Test
    void carry_what_the_extensions_say() {
      assertThat(operation(LIBRARY, "listBooks"))
          .isEqualTo(
              new Operation(
                  "listBooks",
                  "GET",
                  "/books",
                  "Books",
                  Security.BEARER,
                  Scope.READ,
                  "4.1.294",
                  Evidence.OBSERVED,
                  "books.list"));
    }

    @Test
    void have_modest_defaults_where_the_document_is_silent() {
      assertThat(operation(LIBRARY, "getBook"))
          .isEqualTo(
              new Operation(
                  "getBook",
                  "GET",
                  "/books/{bookID}",
                  "",
                  Security.BEARER,
                  Scope.NONE,
                  "",
                  Evidence.ASSUMED,
                  ""));
    }

    @Test
    void are_open_or_open_by_choice_when_their_own_security_says_so() {
      assertThat(operation(LIBRARY, "getHealth").security()).isEqualTo(Security.OPEN);
      assertThat(operation(LIBRARY, "uploadCover").security()).isEqualTo(Security.OPTIONAL);
    }

    @Test
    void of_another_version_are_refused() {
      var lend = operation(LIBRARY, "lendBook");

      assertThatThrownBy(() -> LIBRARY.at(OLD).checkRequest(lend, Map.of(), request()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("operation (lendBook) must be one of version 4.1.294");
    }

    private ApiRequest request() {
      return ApiRequest.of("POST", "/books/1/loan", null);
    }
  }

  @Nested
  class An_older_version {
    private final Contract old = LIBRARY.at(OLD);

    @Test
    void is_made_once() {
      assertThat(LIBRARY.at(ApiVersion.of("4.1.294"))).isSameAs(old);
      assertThat(old.at(OLD)).isSameAs(old);
      assertThat(old.at(ApiVersion.latest())).isSameAs(LIBRARY);
    }

    @Test
    void hides_newer_operations() {
      assertThat(old.find("lendBook")).isEmpty();
      assertThat(old.route("POST", "/books/1/loan"))
          .isEqualTo(new Routing.Newer(operation(LIBRARY, "lendBook"), OLD));
      assertThat(old.route("POST", "/books/1/loans")).isInstanceOf(Routing.Unknown.class);
      assertThat(LIBRARY.at(ApiVersion.of("4.2.808")).find("lendBook")).isPresent();
    }

    @Test
    void hides_newer_properties() {
      assertThat(old.shows("Book", "lentTo")).isFalse();
      assertThat(old.shows("Book", "title")).isTrue();
      assertThat(LIBRARY.shows("Book", "lentTo")).isTrue();
    }

    @Test
    void publishes_a_document_without_what_is_newer() {
      var document = Json.parse(old.document());

      assertThat(document.path("paths").has("/books/{bookID}/loan")).isFalse();
      assertThat(document.at("/components/schemas/Book/properties").has("lentTo")).isFalse();
      assertThat(document.at("/components/schemas/Book/properties/state/enum"))
          .extracting(JsonNode::asText)
          .containsExactly("here");
      assertThat(document.at("/paths/~1books/get/parameters"))
          .extracting(parameter -> parameter.path("name").asText())
          .doesNotContain("label")
          .contains("limit");
      assertThat(old.document()).isSameAs(old.document());
    }

    @Test
    void keeps_the_line_numbers_of_the_document() {
      var query = TestContracts.get("/books", "limit=0");

      assertThat(TestContracts.check(old, query).violations())
          .isEqualTo(TestContracts.check(LIBRARY, query).violations());
    }
  }

  @Test
  void the_newest_version_publishes_the_whole_document() {
    var document = Json.parse(Contract.bundled().document());

    assertThat(document).isEqualTo(DocumentReader.bundled().tree());
  }
}
