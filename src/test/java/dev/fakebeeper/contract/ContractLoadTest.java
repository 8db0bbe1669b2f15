package dev.fakebeeper.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractLoadTest {
  private static final String HEAD = "openapi: '3.1.0'\ninfo: {title: T, version: '1'}\npaths:\n";
  private static final String OK = "responses: {'204': {description: Done.}}";

  @TempDir Path folder;

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("api.yaml"), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void assertRefused(String text, String line, String... words) {
    var file = write(text);

    assertThatThrownBy(() -> Contract.load(file))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith(line.isEmpty() ? "" : file + ":" + line + " ")
        .hasMessageContainingAll(words);
  }

  @Test
  void a_file_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> Contract.load(folder.resolve("none.yaml")))
        .isInstanceOf(ContractException.class)
        .hasMessageContainingAll("none.yaml", "cannot be read", "readable file");
  }

  @Test
  void broken_yaml_is_refused_with_its_line() {
    assertRefused("openapi: 3.1.0\npaths: [\n", "2", "cannot be read as YAML");
  }

  @ParameterizedTest
  @CsvSource({"just text", "'swagger: ''2.0'''", "'[1, 2]'", "''", "'openapi: 3.1.0'"})
  void what_is_no_openapi_document_is_refused(String text) {
    assertRefused(text, "", "OpenAPI", "openapi: 3.1.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: {get: {OK}}                              | 4 | does not start with /",
        "/a: {get: {operationId: x, OK}, put: {operationId: x, OK}} | 4 | operationId x",
        "/a/{b}.json: {get: {OK}}                    | 4 | {b}.json",
        "/a/{b}: {get: {OK}}                         | 4 | b needs to be defined",
        "/a: {get: {x-fake-scope: all, OK}}          | 4 | READ, WRITE",
        "/a: {get: {x-fake-since: soon, OK}}         | 4 | soon",
        "/a: {get: {x-fake-gone: ['4.3', '4.2'], OK}} | 4 | x-fake-gone",
        "/a: {get: {x-fake-gone: ['4.3'], OK}}       | 4 | brought it back",
        "/a: {get: {x-fake-forms: [{schema: '#/a'}], OK}} | 4 | version that ended it",
        "/a: {get: {x-fake-forms: [{until: '4.3', schema: '#/no'}], OK}} | 4 | (#/no)",
        "/a: {get: {summary: none}}                  | 4 | responses is missing",
        "/a: {$ref: 'other.yaml#/a'}                 | 4 | another file",
        "/a: {get: {parameters: [{$ref: '#/components/parameters/P'}], OK}} | 4 | does not exist",
        "/a: {get: {parameters: [{name: q, in: query, schema: {type: string, pattern: '['}}], OK}} | 4 | pattern",
        "/a: {get: {parameters: [{name: q, in: query, schema: {type: integer, minimum: x}}], OK}} | 4 | minimum",
      })
  void a_fault_is_refused_with_its_line_and_a_cure(String path, String line, String word) {
    assertRefused(HEAD + "  " + path.replace("OK", OK), line, word);
  }

  @Test
  void two_paths_that_match_the_same_requests_are_refused() {
    var parameter = "parameters: [{name: %s, in: path, required: true, schema: {type: string}}]";
    var path = "  /a/{%s}: {" + parameter + ", get: {" + OK + "}}\n";

    assertRefused(HEAD + path.formatted("b", "b") + path.formatted("c", "c"), "5", "same requests");
  }

  @Test
  void references_in_a_circle_are_refused() {
    var schemas = "components: {schemas: {A: {$ref: '#/components/schemas/A'}}}";

    assertRefused(HEAD + "  /a: {get: {" + OK + "}}\n" + schemas, "5", "refers to itself");
  }

  @Test
  void a_boolean_bound_is_read_as_a_number_and_reported() {
    var file =
        write(
            HEAD
                + "  /a:\n    get:\n      operationId: a\n      "
                + OK
                + "\n      parameters:\n"
                + "        - name: n\n          in: query\n          schema:\n"
                + "            type: number\n            minimum: 2\n"
                + "            exclusiveMinimum: true\n");

    var contract = Contract.load(file);

    assertThat(contract.notices())
        .singleElement()
        .asString()
        .startsWith(file + ":14 ")
        .endsWith("Write exclusiveMinimum: 2.");
    assertThat(
            TestContracts.places(
                TestContracts.check(contract, TestContracts.get("/a", "n=2")).violations()))
        .containsExactly("range QUERY n");
    assertThat(TestContracts.check(contract, TestContracts.get("/a", "n=2.5")).isValid()).isTrue();
  }

  @Test
  void a_boolean_schema_is_no_fault() {
    var file =
        write(
            HEAD
                + "  /a: {get: {operationId: a, "
                + OK
                + "}}\ncomponents: {schemas: {Anything: true, Nothing: false}}");

    assertThat(Contract.load(file).operations()).hasSize(1);
  }

  @Test
  void a_member_that_openapi_does_not_know_is_only_noticed() {
    var file = write(HEAD + "  /a: {get: {operationId: a, colour: red, " + OK + "}}");

    assertThat(Contract.load(file).notices())
        .singleElement()
        .asString()
        .startsWith(file + ":4 ")
        .contains("colour");
  }

  @Test
  void a_document_may_be_json_and_of_openapi_3_0() {
    var file =
        write(
            """
            {"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"get": {
              "parameters": [{"name": "q", "in": "query",
                "schema": {"type": "integer", "nullable": true}}],
              "responses": {"204": {"description": "Done."}}}}}}
            """);

    var contract = Contract.load(file);

    assertThat(contract.find("GET /a")).isPresent();
    var violations = TestContracts.check(contract, TestContracts.get("/a", "q=x")).violations();
    assertThat(violations.get(0).expected()).isEqualTo("integer or null");
    assertThat(violations.get(0).line()).isEqualTo(3);
    assertThat(TestContracts.check(contract, TestContracts.get("/a", "q=")).isValid()).isTrue();
  }

  @Test
  void aliases_and_merge_keys_work_and_keep_their_lines() {
    var file =
        write(
            HEAD
                + "  /a:\n"
                + "    get: &get\n"
                + "      operationId: a\n"
                + "      parameters: [{name: q, in: query, schema: {type: integer}}]\n"
                + "      responses: &done\n"
                + "        '204': {description: Done.}\n"
                + "  /b:\n"
                + "    get:\n"
                + "      <<: *get\n"
                + "      operationId: b\n"
                + "      responses: *done\n");

    var contract = Contract.load(file);

    var violations = TestContracts.check(contract, TestContracts.get("/b", "q=x")).violations();
    assertThat(TestContracts.places(violations)).containsExactly("type QUERY q");
    assertThat(violations.get(0).line()).isEqualTo(7);
    assertThat(
            contract.checkResponse(TestContracts.operation(contract, "b"), ApiResponse.noContent()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1;a: 2        | 2 | the key a appears twice",
        "a: &x [*x]       | 1 | contains itself",
        "? [a];: 1        | 1 | a key must be text",
        "a: {<<: 3}       | 1 | only a mapping can be merged",
        "a: *none         | 1 | undefined alias none",
      })
  void yaml_that_json_cannot_say_is_refused_with_its_line(String text, String line, String word) {
    assertRefused(text.replace(';', '\n'), line, word);
  }

  @Test
  void broken_json_is_refused_with_its_line() {
    assertRefused("{\"openapi\": 1,\n 2}", "2", "cannot be read", "Correct the syntax.");
  }

  @Test
  void plain_scalars_mean_what_they_mean_in_yaml_1_2() {
    var text =
        "[true, on, no, y, null, ~, '', 12, -3, 012, 0x1f, 1:30, 1.50, 1e3, .5, 2026-01-31, '7', 1_000]";

    assertThat(YamlTree.parse(text))
        .hasToString(
            "[true,\"on\",\"no\",\"y\",null,null,\"\",12,-3,\"012\",\"0x1f\",\"1:30\",1.50,1E+3,"
                + "\".5\",\"2026-01-31\",\"7\",\"1_000\"]");
  }

  @Test
  void words_that_yaml_1_1_takes_for_booleans_are_words() {
    var file =
        write(
            HEAD
                + "  /a: {get: {operationId: a, "
                + OK
                + ", parameters: [{name: q, in: query, schema: {enum: [on, no]}}]}}");

    assertThat(TestContracts.check(Contract.load(file), TestContracts.get("/a", "q=on")).isValid())
        .isTrue();
  }

  @Test
  void the_bundled_document_is_one_that_a_user_could_give() throws IOException {
    var file = folder.resolve("openapi.yaml");
    Files.write(file, DocumentReader.bundledText("openapi.yaml"));

    var contract = Contract.load(file);

    assertThat(contract.notices()).isEmpty();
    assertThat(contract.operations()).isEqualTo(List.copyOf(Contract.bundled().operations()));
  }
}
