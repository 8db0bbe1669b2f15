package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    about.put("displayName", shown(context.getDisplayName()));
    about.put("uniqueId", shown(context.getUniqueId()));
    about.put("failure", shown(failure));
    about.put("fakeBeeper", version(FakeBeeper.class));
    about.put("junit", version(Test.class));
    about.put("java", Runtime.version().toString());
    about.put("os", System.getProperty("os.name", "unknown"));
    var config = beeper.config();
    about.put("apiVersion", config.apiVersion());
    about.put("strict", String.valueOf(config.isStrict()));
    about.put("startingWorld", startingWorld().orElse(config.world()));
    about.put("seed", String.valueOf(config.seed()));
    return about;
  }

  private Optional<String> startingWorld() {
    return Annotations.levels(context).stream()
        .flatMap(level -> Choice.of(level).worldInWords().stream())
        .findFirst();
  }

  /** A test may have written the token of its world into its message or its name. */
  private String shown(String text) {
    var clean = text;
    for (var token : beeper.world().tokens()) {
      if (!token.value().equals(FakeBeeperConfig.DEFAULT_TOKEN)) { // that is known to everybody
        clean = clean.replace(token.value(), "<token>");
      }
    }
    return clean.length() <= MAX_LENGTH ? clean : clean.substring(0, MAX_LENGTH) + "...";
  }

  private static String version(Class<?> type) {
    return Objects.requireNonNullElse(type.getPackage().getImplementationVersion(), "unknown");
  }
}
