package dev.fakebeeper.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/**
 * Who may know whom, each rule with its reason. Written for any base package, so that the fixtures
 * can break them under a base of their own.
 */
final class ArchitectureRules {
  private final String base;
  private final Map<String, ArchRule> rules = new LinkedHashMap<>();

  private ArchitectureRules(String base) {
    this.base = base;
  }

  /** Every rule by a short name, for the classes below a base package. */
  static Map<String, ArchRule> below(String base) {
    var all = new ArchitectureRules(base);
    all.addArrows();
    all.addLibraries();
    all.addHabits();
    return all.rules;
  }

  private void addArrows() {
    arrow("world", "the domain outlives every edge", "world");
    arrow("world.json", "the vendor's shapes are made of values alone", "world.json", "world");
    arrow("contract", "the contract knows messages, not chats", "contract");
    arrow(
        "operations",
        "an operation changes the world; it does not know who listens, who asked or who plays tricks",
        "operations",
        "contract",
        "world",
        "world.json");
    arrow("events", "the protocol is tested without a socket", "events", "world", "world.json");
    arrow(
        "control..",
        "the same powers must work without a server",
        "control..",
        "contract",
        "world",
        "world.json",
        "events",
        "recording..",
        "report");
    arrow("report", "a form fits any report", "report");
    arrow(
        "recording..",
        "a recording knows messages, and outlives the library that replays it",
        "recording..",
        "contract",
        "report");
    arrow(
        "stubs",
        "a stub repeats; the moment it reads state it is a second, worse fake",
        "stubs",
        "contract",
        "recording..");
    arrow(
        "http",
        "the edge translates; it neither reads nor changes state by itself",
        "http",
        "http.control",
        "contract",
        "operations",
        "events",
        "control..",
        "recording..",
        "stubs");
    arrow(
        "http.control",
        "over HTTP a test has the powers that it has in Java, and no other",
        "http.control",
        "contract",
        "control..",
        "recording..",
        "stubs");
    arrow("junit", "it is a door", "junit", "", "control..", "recording..");
    arrow("assertj", "assertions look, as tests do", "assertj", "control..");
    arrow("cli", "it is a door", "cli", "", "control..", "recording..", "stubs");
    arrow(
        "",
        "the root wires everything, and nothing knows the doors",
        "",
        "contract",
        "world",
        "world.json",
        "operations",
        "events",
        "control..",
        "recording..",
        "stubs",
        "http");
    rules.put(
        "no cycles",
        slices().matching(base + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true));
  }

  private void arrow(String from, String because, String... allowed) {
    var packages = Arrays.stream(allowed).map(this::in).toArray(String[]::new);
    rules.put(
        "arrows of " + (from.isEmpty() ? "root" : from),
        classes()
            .that()
            .resideInAPackage(in(from))
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(packages).or(resideOutsideOfPackage(base + "..")))
            .because(because)
            .allowEmptyShould(true));
  }

  private String in(String name) {
    return name.isEmpty() ? base : base + "." + name;
  }

  private void addLibraries() {
    var door = "one door for each library, so that replacing it is a change in one folder";
    library("Javalin", door, "io.javalin..", "http");
    library("Jetty", door, "org.eclipse.jetty..", "http");
    library("servlets", door, "jakarta.servlet..", "http");
    library("WireMock", door, "com.github.tomakehurst..", "stubs");
    library("WireMock's helpers", door, "org.wiremock..", "stubs");
    rules.put("WireMock in text only", wireMockInText());
    library("Apache's HTTP client", door, "org.apache.hc..", "stubs");
    library("picocli", door, "picocli..", "cli");
    library("JUnit", door, "org.junit..", "junit");
    library("AssertJ", door, "org.assertj..", "assertj");
    library("networknt", door, "com.networknt..", "contract");
    library("swagger", door, "io.swagger..", "contract");
    library("snakeyaml", "control reads data files too", "org.yaml..", "contract", "control..");
    library(
        "Jackson's YAML",
        "control reads data files too",
        "com.fasterxml.jackson.dataformat..",
        "contract",
        "control..");
    library(
        "JsonPath",
        "questions to the journal are asked in one place",
        "com.jayway.jsonpath..",
        "control.journal");
    library("commonmark", door, "org.commonmark..", "operations");
    library("Tika", door, "org.apache.tika..", "operations");
    library(
        "persistent collections",
        "only those who may see the world see what it is made of",
        "org.pcollections..",
        "world",
        "world.json",
        "operations",
        "events",
        "control..");
  }

  private void library(String name, String because, String library, String... homes) {
    var packages = Arrays.stream(homes).map(this::in).toArray(String[]::new);
    rules.put(
        name + " only in " + String.join(", ", homes),
        noClasses()
            .that()
            .resideInAPackage(base + "..")
            .and(not(resideInAnyPackage(packages)))
            .should()
            .dependOnClassesThat(resideInAPackage(library))
            .because(because));
  }

  private ArchRule wireMockInText() {
    return noClasses()
        .that()
        .resideInAPackage(in("stubs"))
        .and(dependOn("com.github.tomakehurst.."))
        .should()
        .dependOnClassesThat(resideInAPackage("com.fasterxml.jackson.."))
        .because("in the published library our Jackson has another name than WireMock's")
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> dependOn(String library) {
    var there = resideInAPackage(library);
    return DescribedPredicate.describe(
        "depend on " + library,
        one ->
            one.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> there.test(dependency.getTargetClass())));
  }

  private void addHabits() {
    rules.put("null-marked packages", nullMarked());
    rules.put(
        "no java.util.logging",
        noClasses()
            .that()
            .resideInAPackage(base + "..")
            .should()
            .dependOnClassesThat(resideInAPackage("java.util.logging.."))
            .because("slf4j leaves the choice to whoever embeds the fake"));
    rules.put("no standard streams outside cli", standardStreams());
    rules.put("no machine time outside world", machineTime());
    rules.put("no random source outside world", randomness());
  }

  private ArchRule standardStreams() {
    return noClasses()
        .that()
        .resideInAPackage(base + "..")
        .and(not(resideInAPackage(in("cli"))))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("a library does not write to the streams of its host");
  }

  private ArchRule machineTime() {
    return noClasses()
        .that()
        .resideInAPackage(base + "..")
        .and(not(resideInAPackage(in("world"))))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(InstantSource.class, "system")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("a test moves the clock of its world, and nothing may run by another");
  }

  private ArchRule randomness() {
    return noClasses()
        .that()
        .resideInAPackage(base + "..")
        .should()
        .dependOnClassesThat(assignableTo(Random.class))
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .because("two runs of a test give the same bytes; ids come from the world's one source");
  }

  private ArchRule nullMarked() {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .should(
            new ArchCondition<>("live in a null-marked package") {
              @Override
              public void check(JavaClass one, ConditionEvents events) {
                var marked = one.getPackage().isAnnotatedWith(NullMarked.class);
                var message = one.getPackageName() + " has no @NullMarked package-info";
                events.add(new SimpleConditionEvent(one, marked, message));
              }
            })
        .because("NullAway checks only what is null-marked");
  }
}
