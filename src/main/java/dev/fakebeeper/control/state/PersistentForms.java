package dev.fakebeeper.control.state;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.Converter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/** Reads the persistent collections that the world's records hold, through those of the JDK. */
final class PersistentForms extends Deserializers.Base {

  @Override
  public @Nullable JsonDeserializer<?> findCollectionDeserializer(
      CollectionType type,
      DeserializationConfig config,
      BeanDescription bean,
      @Nullable TypeDeserializer elementType,
      @Nullable JsonDeserializer<?> element) {
    if (type.getRawClass() == PVector.class) {
      return through(List.class, type, (List<Object> items) -> TreePVector.from(items));
    }
    if (type.getRawClass() == TreePSet.class) {
      return through(List.class, type, (List<String> items) -> TreePSet.from(items));
    }
    return null;
  }

  @Override
  public @Nullable JsonDeserializer<?> findMapDeserializer(
      MapType type,
      DeserializationConfig config,
      BeanDescription bean,
      @Nullable KeyDeserializer key,
      @Nullable TypeDeserializer valueType,
      @Nullable JsonDeserializer<?> value) {
    if (type.getRawClass() == HashPMap.class) {
      return through(Map.class, type, (Map<Object, Object> all) -> HashTreePMap.from(all));
    }
    if (type.getRawClass() == TreePMap.class) {
      return through(Map.class, type, (Map<String, Object> all) -> TreePMap.from(all));
    }
    if (type.getRawClass() == OrderedPMap.class) {
      return through(Map.class, type, (Map<Object, Object> all) -> OrderedPMap.from(all));
    }
    return null;
  }

  private static <A, B> JsonDeserializer<?> through(
      Class<?> plain, JavaType persistent, Function<A, B> make) {
    return new StdDelegatingDeserializer<>(new Through<>(plain, persistent, make));
  }

  /** Makes the persistent collection of the plain one, which has the same parameters. */
  private record Through<A, B>(Class<?> plain, JavaType persistent, Function<A, B> make)
      implements Converter<A, B> {
    @Override
    public B convert(A value) {
      return make.apply(value);
    }

    @Override
    public JavaType getInputType(TypeFactory types) {
      var parameters = persistent.getBindings().getTypeParameters().toArray(JavaType[]::new);
      return types.constructParametricType(plain, parameters);
    }

    @Override
    public JavaType getOutputType(TypeFactory types) {
      return persistent;
    }
  }
}
