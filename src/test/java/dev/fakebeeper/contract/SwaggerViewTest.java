package dev.fakebeeper.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our own table of operations says exactly what swagger-parser's model says. */
class SwaggerViewTest {

  @Test
  void the_bundled_contract_is_read_as_swagger_parser_reads_it() {
    assertSameView(
        DocumentReader.bundled(),
        new String(DocumentReader.bundledText("openapi.yaml"), StandardCharsets.UTF_8));
  }

  @Test
  void the_document_of_the_control_api_is_read_as_swagger_parser_reads_it() {
    var name = "control-openapi.yaml";

    assertSameView(
        DocumentReader.bundled(name),
        new String(DocumentReader.bundledText(name), StandardCharsets.UTF_8));
  }

  @Test
  void the_contracts_of_the_tests_are_read_as_swagger_parser_reads_them() throws Exception {
    for (var name : List.of("library.yaml", "shapes.yaml")) {
      var file = TestContracts.file(name);

      assertSameView(DocumentReader.load(file).document(), Files.readString(file));
    }
  }

  private static void assertSameView(Document document, String text) {
    var options = new ParseOptions();
    options.setResolve(false);
    var result = new OpenAPIV3Parser().readContents(text, null, options);

    assertThat(result.getMessages()).isEmpty();
    assertThat(ours(document)).containsExactlyInAnyOrderElementsOf(theirs(result.getOpenAPI()));
  }

  /** An operation as one line, so that a difference is readable. */
  private static String line(
      String method, String path, String id, String tag, Object security, Set<String> parameters) {
    return String.join(" ", method, path, id, tag, security.toString(), sorted(parameters));
  }

  private static String sorted(Set<String> parameters) {
    return parameters.stream().sorted().toList().toString();
  }

  private static List<String> ours(Document document) {
    return OperationTable.of(document, ApiVersion.latest()).values().stream()
        .map(
            place ->
                line(
                    place.operation().method(),
                    place.operation().path(),
                    place.operation().id(),
                    place.operation().tag(),
                    place.operation().security(),
                    ourParameters(place)))
        .toList();
  }

  private static Set<String> ourParameters(OperationPlace place) {
    var parameters = new HashSet<String>();
    for (var parameter : place.parameters()) {
      boolean required = parameter.node().path("required").asBoolean();
      parameters.add(parameter.text("in") + ":" + parameter.text("name") + ":" + required);
    }
    return parameters;
  }

  private static List<String> theirs(OpenAPI api) {
    var lines = new ArrayList<String>();
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) ->
                            lines.add(
                                line(
                                    method.name().toUpperCase(Locale.ROOT),
                                    path,
                                    operation.getOperationId(),
                                    operation.getTags() == null ? "" : operation.getTags().get(0),
                                    security(
                                        operation.getSecurity() == null
                                            ? api.getSecurity()
                                            : operation.getSecurity()),
                                    theirParameters(
                                        api, item.getParameters(), operation.getParameters())))));
    return lines;
  }

  private static Operation.Security security(List<SecurityRequirement> wanted) {
    if (wanted == null || wanted.isEmpty()) {
      return Operation.Security.OPEN;
    }
    return wanted.stream().anyMatch(SecurityRequirement::isEmpty)
        ? Operation.Security.OPTIONAL
        : Operation.Security.BEARER;
  }

  private static Set<String> theirParameters(
      OpenAPI api, List<Parameter> ofPath, List<Parameter> ofOperation) {
    var parameters = new HashSet<String>();
    Stream.of(ofPath, ofOperation)
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .map(parameter -> resolved(api, parameter))
        .forEach(
            parameter ->
                parameters.add(
                    "%s:%s:%s"
                        .formatted(
                            parameter.getIn(),
                            parameter.getName(),
                            Boolean.TRUE.equals(parameter.getRequired()))));
    return parameters;
  }

  private static Parameter resolved(OpenAPI api, Parameter parameter) {
    var reference = parameter.get$ref();
    return reference == null
        ? parameter
        : api.getComponents()
            .getParameters()
            .get(reference.substring(reference.lastIndexOf('/') + 1));
  }
}
