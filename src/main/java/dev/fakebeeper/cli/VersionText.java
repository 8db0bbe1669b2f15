package dev.fakebeeper.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the program and the Java it runs on. */
final class VersionText implements IVersionProvider {

  @Override
  public String[] getVersion() {
    var version = Main.class.getPackage().getImplementationVersion();
    return new String[] {
      "fake-beeper " + Objects.requireNonNullElse(version, "(not from a jar)"),
      "Java " + Runtime.version() + " on " + System.getProperty("os.name")
    };
  }
}
