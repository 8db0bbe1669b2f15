package dev.fakebeeper.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.fakebeeper.FakeBeeper;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people who embed the fake can hold on to. */
class PublicApiTest {
  private static final Path LIST = Path.of("src/test/resources/dev/fakebeeper/public-api.txt");

  private static final List<String> LISTED =
      List.of(
          "dev.fakebeeper",
          "dev.fakebeeper.control",
          "dev.fakebeeper.junit",
          "dev.fakebeeper.assertj");

  private static final List<String> KEPT_CLEAN =
      Stream.concat(
              LISTED.stream(),
              Stream.of(
                  "dev.fakebeeper.control.journal",
                  "dev.fakebeeper.control.faults",
                  "dev.fakebeeper.control.scenarios",
                  "dev.fakebeeper.control.bundle"))
          .toList();

  /** Signatures that only our own packages use, although they cannot be package-private. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "dev.fakebeeper.control.Snapshot.read", "the control API nests a state in a request",
          "dev.fakebeeper.control.Snapshot.toJson", "the control API nests a state in an answer",
          "dev.fakebeeper.control.faults.FaultJson.of", "the control API shows faults",
          "dev.fakebeeper.control.faults.VendorError.details",
              "the tree behind details(String), which is for people",
          "dev.fakebeeper.control.faults.VendorError.dev.fakebeeper.control.faults.VendorError",
              "the record of that tree");

  private static List<Class<?>> publicClasses(List<String> packages) {
    return new ClassFileImporter()
        .importPath(production()).stream()
            .filter(one -> packages.contains(one.getPackageName()))
            .filter(PublicApiTest::isPublic)
            .filter(one -> !isGenerated(one))
            .sorted(Comparator.comparing(JavaClass::getName))
            .<Class<?>>map(JavaClass::reflect)
            .toList();
  }

  private static boolean isPublic(JavaClass one) {
    return one.getModifiers().contains(JavaModifier.PUBLIC)
        && one.getEnclosingClass().map(PublicApiTest::isPublic).orElse(true);
  }

  /** Builders of records, known by their name: the annotation is not in the class file. */
  private static boolean isGenerated(JavaClass one) {
    return one.getName().matches("[^$]*Builder(\\$.*)?");
  }

  private static Path production() {
    try {
      return Path.of(FakeBeeper.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void it_is_the_one_that_is_checked_in() throws IOException {
    var now =
        publicClasses(LISTED).stream()
            .map(PublicApiTest::described)
            .collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("fakebeeper.write")) {
      Files.writeString(LIST, now);
    }
    assertThat(now)
        .as("if the change is meant: mvn test -Dtest=PublicApiTest -Dfakebeeper.write=true")
        .isEqualTo(Files.readString(LIST));
  }

  private static String described(Class<?> type) {
    var members = new TreeSet<String>();
    for (var field : fields(type)) {
      members.add(
          "  "
              + Modifier.toString(field.getModifiers())
              + " "
              + field.getGenericType().getTypeName()
              + " "
              + field.getName());
    }
    executables(type).forEach(one -> members.add("  " + described(one)));
    return type.toGenericString().replaceAll("\\bstrictfp |\\babstract static |\\babstract ", "")
        + " {\n"
        + members.stream().map(member -> member + "\n").collect(Collectors.joining())
        + "}\n";
  }

  private static String described(Executable one) {
    return one.toGenericString().replace(one.getDeclaringClass().getName() + ".", "");
  }

  private static List<Field> fields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> isVisible(field.getModifiers()) && !field.isSynthetic())
        .toList();
  }

  private static List<Executable> executables(Class<?> type) {
    return Stream.<Executable>concat(
            Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
        .filter(one -> isVisible(one.getModifiers()) && !one.isSynthetic())
        .toList();
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  /**
   * The published library carries its libraries under other names (docs/decisions/0009), so a type
   * of theirs in a signature would be one that nobody outside has.
   */
  @Test
  void no_type_that_is_carried_under_another_name_is_in_a_signature() throws IOException {
    var carried = carried();
    assertThat(carried).contains("com.fasterxml.jackson", "io.javalin");

    var leaks = new TreeSet<String>();
    for (var type : publicClasses(KEPT_CLEAN)) {
      for (var field : fields(type)) {
        note(leaks, type + "." + field.getName(), Stream.of(field.getGenericType()), carried);
      }
      for (var one : executables(type)) {
        note(leaks, type.getName() + "." + one.getName(), types(one), carried);
      }
      note(leaks, type.getName(), above(type), carried);
    }
    assertThat(leaks)
        .as(
            "a signature with a carried type; take text in its place, or say why it is not for people")
        .containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
  }

  private static Set<String> carried() throws IOException {
    return Pattern.compile("<pattern>([^<]+)</pattern>")
        .matcher(Files.readString(Path.of("pom.xml")))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static Stream<Type> types(Executable one) {
    var all = new ArrayList<Type>(Arrays.asList(one.getGenericParameterTypes()));
    all.addAll(Arrays.asList(one.getGenericExceptionTypes()));
    all.add(one.getAnnotatedReturnType().getType());
    return all.stream();
  }

  private static Stream<Type> above(Class<?> type) {
    return Stream.concat(
        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()));
  }

  private static void note(
      Set<String> leaks, String place, Stream<Type> types, Set<String> carried) {
    if (types.flatMap(PublicApiTest::parts).anyMatch(name -> isBelow(carried, name))) {
      leaks.add(place);
    }
  }

  private static boolean isBelow(Set<String> packages, String name) {
    return packages.stream().anyMatch(one -> name.startsWith(one + "."));
  }

  /** The names of the classes that a type is made of. */
  private static Stream<String> parts(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Stream.concat(
          parts(generic.getRawType()),
          Arrays.stream(generic.getActualTypeArguments()).flatMap(PublicApiTest::parts));
    }
    if (type instanceof WildcardType wildcard) {
      return Stream.of(wildcard.getUpperBounds(), wildcard.getLowerBounds())
          .flatMap(Arrays::stream)
          .flatMap(PublicApiTest::parts);
    }
    if (type instanceof GenericArrayType array) {
      return parts(array.getGenericComponentType());
    }
    if (type instanceof Class<?> plain) {
      return Stream.of(plain.isArray() ? plain.componentType().getName() : plain.getName());
    }
    return Stream.empty();
  }
}
