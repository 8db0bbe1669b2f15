package dev.fakebeeper.control.state;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.util.StdConverter;
import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.LoginStep;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.Seen;
import dev.fakebeeper.world.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The one mapper between the world's records and state files. Strict: it guesses nothing. */
final class StateMapper {
  static final JsonMapper MAPPER = mapper();

  private StateMapper() {}

  /** A timer, and a step of a wizard, says first which one it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface Typed {}

  private static JsonMapper mapper() {
    return JsonMapper.builder(factory())
        .annotationIntrospector(new Binding())
        .propertyNamingStrategy(new Names())
        .addMixIn(Timer.class, Typed.class)
        .addMixIn(LoginStep.class, Typed.class)
        .addModule(values())
        // Records have questions such as isUnread() beside their components.
        .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
        .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        // A stream that breaks off must not look like a whole file.
        .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
        .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
        // The bytes of one asset are one text, of up to 667 million characters for an upload.
        .streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
        .build();
  }

  private static SimpleModule values() {
    var module =
        new SimpleModule() {
          private static final long serialVersionUID = 1;

          @Override
          public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.addDeserializers(new PersistentForms());
          }
        };
    return module
        .addSerializer(Instant.class, ToStringSerializer.instance)
        .addDeserializer(Instant.class, new TextForm<>(Instant.class, Instant::parse))
        .addSerializer(Duration.class, ToStringSerializer.instance)
        .addDeserializer(Duration.class, new TextForm<>(Duration.class, Duration::parse))
        .addSerializer(Message.Mentions.class, new MentionsForm.Writer())
        .addDeserializer(Message.Mentions.class, new MentionsForm.Reader())
        .addSerializer(Seen.class, new SeenForm.Writer())
        .addDeserializer(Seen.class, new SeenForm.Reader())
        .addSerializer(Asset.Content.class, new ContentForm.Writer())
        .addDeserializer(
            Asset.Content.class, new StdDelegatingDeserializer<>(new ContentForm.Reading()))
        .addSerializer(Set.class, new StdDelegatingSerializer(new Sorted()));
  }

  /** Sets of the JDK have another order in every run. */
  private static final class Sorted extends StdConverter<Set<?>, List<?>> {
    @Override
    public List<?> convert(Set<?> value) {
      return value.stream().sorted().toList();
    }
  }
}
