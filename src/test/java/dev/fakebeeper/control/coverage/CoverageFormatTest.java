package dev.fakebeeper.control.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.report.JUnitXml;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** The three formats of a report, word for word. */
class CoverageFormatTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/fakebeeper/control/coverage");
  private static final Thresholds WANTED =
      Thresholds.of(Map.of("operations", 60.0, "statuses", 80.0));

  private static CoverageReport ofAVisit() {
    try (var club = new Club()) {
      club.coverage.start();
      club.visit();
      return club.coverage.report();
    }
  }

  private static CoverageReport ofNothing() {
    try (var club = new Club()) {
      club.coverage.start();
      return club.coverage.report();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"visit.md", "visit.json", "visit.xml"})
  void a_visit_is_told_in_exactly_these_words(String golden) throws IOException {
    assertGolden(golden, text(golden, ofAVisit(), WANTED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing.md", "nothing.json", "nothing.xml"})
  void nothing_is_a_report_too(String golden) throws IOException {
    assertGolden(golden, text(golden, ofNothing(), Thresholds.NONE));
  }

  private static String text(String name, CoverageReport report, Thresholds thresholds) {
    return CoverageFormat.of(Path.of(name)).text(report, thresholds);
  }

  /** Written anew with {@code -Dfakebeeper.write=true}. */
  private static void assertGolden(String name, String text) throws IOException {
    var file = GOLDEN.resolve(name);
    if (Boolean.getBoolean("fakebeeper.write")) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualToNormalizingNewlines(Files.readString(file));
  }

  @Test
  void the_xml_is_what_ci_servers_read() throws Exception {
    for (var report : List.of(ofAVisit(), ofNothing())) {
      validate(CoverageFormat.JUNIT.text(report, WANTED));
    }
  }

  @Test
  void a_name_that_xml_cannot_hold_does_not_break_the_file() throws Exception {
    var xml =
        JUnitXml.text(
            new JUnitXml.Title("a \u0001 & <b>", "family", "failure"),
            List.of(new JUnitXml.Suite("s\"", List.of(JUnitXml.Case.passed("c", "1 < 2 \uFFFE")))));

    validate(xml);
    assertThat(xml).contains("1 &lt; 2 \uFFFD");
  }

  @Test
  void the_schema_refuses_what_ci_servers_would_not_understand() {
    assertThatThrownBy(
            () -> validate("<testsuites><testsuite name='s'><case/></testsuite></testsuites>"))
        .isInstanceOf(SAXException.class);
  }

  private static void validate(String xml) throws SAXException, IOException {
    var schema = Objects.requireNonNull(CoverageFormatTest.class.getResource("junit.xsd"));
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(schema)
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  @Test
  void another_ending_is_refused_with_the_three() {
    assertThatThrownBy(() -> CoverageFormat.of(Path.of("out", "coverage.html")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must end with .json, .md (Markdown) or .xml (JUnit)");
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 0", "1, 3, 33.3", "2, 3, 66.6", "1999, 2000, 99.9", "3, 3, 100", "0, 0, 100"})
  void a_percentage_is_never_rounded_up(int covered, int total, double percent) {
    assertThat(new CoverageReport.Score(covered, total).percent()).isEqualTo(percent);
  }
}
