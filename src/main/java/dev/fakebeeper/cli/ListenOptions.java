package dev.fakebeeper.cli;

import dev.fakebeeper.FakeBeeperConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where to listen and whom to believe. */
final class ListenOptions {
  @Option(
      names = "--host",
      defaultValue = "localhost",
      description = "Where to listen; localhost means 127.0.0.1 and ::1. Default: ${DEFAULT-VALUE}")
  private String host = "localhost";

  @Option(
      names = "--port",
      defaultValue = "" + FakeBeeperConfig.DEFAULT_PORT,
      description = "The port, 0 for a free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--remote-access",
      description = "Believe the X-Forwarded-* headers of a proxy in front.")
  private boolean remoteAccess;

  @Option(
      names = "--control-token",
      description =
          "What the control API asks for. Default: nothing on loopback, else one that is printed.")
  private @Nullable String controlToken;

  void configure(FakeBeeperConfig.Builder builder) {
    builder.host(host).port(port);
    if (controlToken != null) {
      builder.controlToken(controlToken);
    }
    if (remoteAccess) {
      builder.remoteAccess();
    }
  }
}
