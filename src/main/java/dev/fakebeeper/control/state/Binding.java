package dev.fakebeeper.control.state;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.fakebeeper.world.Message;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.OrderedPMap;

/**
 * What Jackson has to know of the world's records. They bear no annotations of its own, for the
 * world outlives every format; all of it follows from their types. What is nothing, false or empty
 * is left out and may be left out; everything else must be there.
 */
final class Binding extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1;

  @Override
  public JsonInclude.Value findPropertyInclusion(Annotated member) {
    return JsonInclude.Value.construct(inclusion(member.getRawType()), null);
  }

  private static JsonInclude.Include inclusion(Class<?> type) {
    if (type == boolean.class) {
      return JsonInclude.Include.NON_DEFAULT;
    }
    return mayBeEmpty(type) ? JsonInclude.Include.NON_EMPTY : JsonInclude.Include.NON_NULL;
  }

  /** Maps have another order in every run, but those that keep the order of their making. */
  @Override
  public JsonFormat.@Nullable Value findFormat(Annotated member) {
    var type = member.getRawType();
    return Map.class.isAssignableFrom(type) && type != OrderedPMap.class
        ? JsonFormat.Value.empty().withFeature(JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
        : super.findFormat(member);
  }

  @Override
  public JsonSetter.Value findSetterInfo(Annotated member) {
    var type = member.getRawType();
    if (mayBeEmpty(type)) {
      return JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL);
    }
    return type == boolean.class || isNullable(member)
        ? JsonSetter.Value.empty()
        : JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL);
  }

  private static boolean mayBeEmpty(Class<?> type) {
    return Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type)
        || type == Message.Mentions.class;
  }

  static boolean isNullable(Annotated member) {
    if (member instanceof AnnotatedParameter parameter) {
      var components = parameter.getDeclaringClass().getRecordComponents();
      return components != null
          && components[parameter.getIndex()]
              .getAnnotatedType()
              .isAnnotationPresent(Nullable.class);
    }
    return false;
  }

  @Override
  public String[] findEnumValues(
      MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
    return Arrays.stream(constants).map(Names::of).toArray(String[]::new);
  }

  @Override
  public @Nullable List<NamedType> findSubtypes(Annotated type) {
    var members = type.getRawType().getPermittedSubclasses();
    return members == null
        ? null
        : Arrays.stream(members).map(one -> new NamedType(one, Names.of(one))).toList();
  }
}
