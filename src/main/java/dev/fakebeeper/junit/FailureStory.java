package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a failure bundle says beside the world itself.
 *
 * @param context of the test
 * @param beeper the server
 * @param failure why it failed
 */
record FailureStory(ExtensionContext context, FakeBeeper beeper, String failure) {
  private static final int MAX_LENGTH = 10_000;

  Map<String, String> about() {
    var about = new LinkedHashMap<String, String>();
    about.put("test", TestName.of(context));
    about.put("displayName", context.getDisplayName());
    about.put("uniqueId", context.getUniqueId());
    about.put("failure", shortened());
    about.put("fakeBeeper", version(FakeBeeper.class));
    about.put("junit", version(Test.class));
    about.put("java", Runtime.version().toString());
    about.put("os", System.getProperty("os.name", "unknown"));
    var config = beeper.config();
    about.put("apiVersion", config.apiVersion());
    about.put("strict", String.valueOf(config.isStrict()));
    about.put("startingWorld", config.world());
    about.put("seed", String.valueOf(config.seed()));
    return about;
  }

  private String shortened() {
    return failure.length() <= MAX_LENGTH ? failure : failure.substring(0, MAX_LENGTH) + "...";
  }

  private static String version(Class<?> type) {
    return Objects.requireNonNullElse(type.getPackage().getImplementationVersion(), "unknown");
  }
}
