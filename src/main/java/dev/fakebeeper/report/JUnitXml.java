package dev.fakebeeper.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes results in the XML that Ant's JUnit task began and CI servers agree on. */
public final class JUnitXml {
  private final XMLStreamWriter xml;

  private final Title title;

  private JUnitXml(XMLStreamWriter xml, Title title) {
    this.xml = xml;
    this.title = title;
  }

  /**
   * What all results are about.
   *
   * @param name of the whole
   * @param family what the class names of all cases begin with
   * @param failure the type of every failure
   */
  public record Title(String name, String family, String failure) {}

  /** Cases that belong together. */
  public record Suite(String name, List<Case> cases) {
    /** Copies the list. */
    public Suite {
      cases = List.copyOf(cases);
    }

    Map<String, String> counts() {
      return JUnitXml.counts(cases);
    }
  }

  /**
   * One result.
   *
   * @param text why it failed or was skipped; for a passed one what else there is to say
   */
  public record Case(String name, Result result, String text) {
    /** One that is as it should be. */
    public static Case passed(String name, String text) {
      return new Case(name, Result.PASSED, text);
    }

    /** One that was not looked at. */
    public static Case skipped(String name, String text) {
      return new Case(name, Result.SKIPPED, text);
    }

    /** One that is not as it should be. */
    public static Case failed(String name, String text) {
      return new Case(name, Result.FAILED, text);
    }
  }

  /** How a case ended. */
  public enum Result {
    PASSED,
    SKIPPED,
    FAILED
  }

  /** The whole document. */
  public static String text(Title title, List<Suite> suites) {
    var text = new StringWriter();
    try {
      var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JUnitXml(writer, title).write(suites);
      writer.close();
    } catch (XMLStreamException e) {
      throw new AssertionError("writing to memory cannot fail", e);
    }
    return text.toString();
  }

  private void write(List<Suite> suites) throws XMLStreamException {
    var cases = suites.stream().flatMap(suite -> suite.cases().stream()).toList();
    xml.writeStartDocument("UTF-8", "1.0");
    start(0, "testsuites", Map.of("name", title.name()), counts(cases));
    for (var suite : suites) {
      start(1, "testsuite", Map.of("name", suite.name()), suite.counts());
      for (var one : suite.cases()) {
        write(one, suite.name());
      }
      end(1);
    }
    end(0);
    xml.writeEndDocument();
    xml.writeCharacters("\n");
  }

  private void write(Case one, String suite) throws XMLStreamException {
    var className = title.family() + "." + suite;
    var attributes = Map.of("name", one.name(), "classname", className, "time", "0");
    start(2, "testcase", attributes, Map.of());
    switch (one.result()) {
      case SKIPPED -> {
        start(3, "skipped", Map.of("message", one.text()), Map.of());
        xml.writeEndElement();
      }
      case FAILED -> {
        start(3, "failure", Map.of("message", one.text(), "type", title.failure()), Map.of());
        xml.writeEndElement();
      }
      case PASSED -> writeOutput(one.text());
    }
    end(2);
  }

  private void writeOutput(String text) throws XMLStreamException {
    if (!text.isEmpty()) {
      start(3, "system-out", Map.of(), Map.of());
      xml.writeCharacters(legal(text));
      xml.writeEndElement();
    }
  }

  private void start(
      int depth, String element, Map<String, String> attributes, Map<String, String> counts)
      throws XMLStreamException {
    line(depth);
    xml.writeStartElement(element);
    for (var attribute : new TreeMap<>(attributes).entrySet()) {
      xml.writeAttribute(attribute.getKey(), legal(attribute.getValue()));
    }
    for (var count : new TreeMap<>(counts).entrySet()) {
      xml.writeAttribute(count.getKey(), count.getValue());
    }
  }

  private void end(int depth) throws XMLStreamException {
    line(depth);
    xml.writeEndElement();
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static Map<String, String> counts(List<Case> cases) {
    return Map.of(
        "tests", String.valueOf(cases.size()),
        "failures", count(cases, Result.FAILED),
        "skipped", count(cases, Result.SKIPPED),
        "errors", "0",
        "time", "0");
  }

  private static String count(List<Case> cases, Result result) {
    return String.valueOf(cases.stream().filter(one -> one.result() == result).count());
  }

  /** XML 1.0 has no way at all to write most control characters. */
  private static String legal(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
