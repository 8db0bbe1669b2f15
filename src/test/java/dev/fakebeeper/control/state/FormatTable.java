package dev.fakebeeper.control.state;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every object of the format with its members, as the mapper knows them. */
final class FormatTable {
  private static final Map<Class<?>, String> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, "text"),
          Map.entry(int.class, "whole number"),
          Map.entry(Integer.class, "whole number"),
          Map.entry(long.class, "whole number"),
          Map.entry(Long.class, "whole number"),
          Map.entry(Double.class, "number"),
          Map.entry(boolean.class, "`true`, or absent"),
          Map.entry(Boolean.class, "`true` or `false`"),
          Map.entry(Instant.class, "instant"),
          Map.entry(Duration.class, "duration"),
          Map.entry(byte[].class, "bytes in base64"),
          Map.entry(Message.Mentions.class, "list of text, absent where nothing is known"),
          Map.entry(Seen.class, "`true`, `false`, an instant, or one of these by participant"));

  private final Map<Class<?>, String> tables = new LinkedHashMap<>();
  private final Set<String> members = new TreeSet<>();
  private final Deque<Class<?>> waiting = new ArrayDeque<>();
  private final Set<Class<?>> known = new LinkedHashSet<>();

  private FormatTable() {}

  static FormatTable make() {
    var table = new FormatTable();
    table.link(Head.class);
    Section.ALL.forEach(section -> table.link(section.type()));
    while (!table.waiting.isEmpty()) {
      var type = table.waiting.remove();
      table.tables.put(type, table.describe(type));
    }
    return table;
  }

  /** The names of all members. */
  Set<String> members() {
    return members;
  }

  /** Markdown: the lists, then the objects. */
  String markdown() {
    var lists =
        Section.ALL.stream()
            .map(section -> "| `%s` | %s |%n".formatted(section.name(), link(section.type())))
            .collect(Collectors.joining());
    return "| list | of |\n| --- | --- |\n" + lists + String.join("", tables.values());
  }

  private String describe(Class<?> type) {
    var title = "\n### " + name(type) + "\n\n";
    if (type.isSealed()) {
      return title + types(type);
    }
    var rows = properties(type).stream().map(this::row).collect(Collectors.joining());
    return title + "| member | value |\n| --- | --- |\n" + rows;
  }

  private String types(Class<?> type) {
    members.add("type");
    return Arrays.stream(type.getPermittedSubclasses())
        .map(one -> "- `type` `%s`: %s%n".formatted(Names.of(one), inline(one)))
        .sorted()
        .collect(Collectors.joining());
  }

  private String inline(Class<?> type) {
    return properties(type).stream()
        .map(
            member ->
                "`%s` %s%s"
                    .formatted(
                        noted(member),
                        value(member.getPrimaryType()),
                        orAbsent(member, " or absent")))
        .collect(Collectors.joining(", "));
  }

  private static List<BeanPropertyDefinition> properties(Class<?> type) {
    var mapper = StateMapper.MAPPER;
    var config = mapper.getDeserializationConfig();
    return config.introspect(mapper.constructType(type)).findProperties().stream()
        .filter(member -> !isBare(member.getRawPrimaryType()))
        .toList();
  }

  /** A record without components never says anything, so it never is in a file. */
  private static boolean isBare(Class<?> type) {
    return type.isRecord() && type.getRecordComponents().length == 0;
  }

  private String noted(BeanPropertyDefinition member) {
    members.add(member.getName());
    return member.getName();
  }

  private String row(BeanPropertyDefinition member) {
    return "| `%s` | %s%s |%n"
        .formatted(noted(member), value(member.getPrimaryType()), orAbsent(member, ", or absent"));
  }

  private static String orAbsent(BeanPropertyDefinition member, String words) {
    return Binding.isNullable(member.getConstructorParameter()) ? words : "";
  }

  private String value(JavaType type) {
    var raw = type.getRawClass();
    if (SIMPLE.containsKey(raw)) {
      return SIMPLE.get(raw);
    }
    if (raw.isEnum()) {
      return Arrays.stream(raw.getEnumConstants())
          .map(constant -> "`" + Names.of((Enum<?>) constant) + "`")
          .collect(Collectors.joining(", "));
    }
    if (type.isCollectionLikeType()) {
      return "list of " + value(type.getContentType());
    }
    if (type.isMapLikeType()) {
      return value(type.getContentType()) + " by name";
    }
    return link(raw == Asset.Content.class ? ContentForm.Written.class : raw);
  }

  private String link(Class<?> type) {
    if (known.add(type)) {
      waiting.add(type);
    }
    return "[" + name(type) + "](#" + name(type).toLowerCase(java.util.Locale.ROOT) + ")";
  }

  private static String name(Class<?> type) {
    if (type == Head.class) {
      return "File";
    }
    return type == ContentForm.Written.class ? "Content" : type.getSimpleName();
  }
}
