package dev.fakebeeper.control.bridges;

import dev.fakebeeper.control.source.BundledFile;
import dev.fakebeeper.world.Bridge;
import java.util.List;

/** The bridges that come with the product. Read once for the whole process. Thread-safe. */
public final class BundledBridges {
  /** The files, in the order of the list of bridges. */
  static final List<String> NAMES =
      List.of(
          "matrix",
          "local-whatsapp",
          "telegram",
          "local-signal",
          "imessage",
          "discordgo",
          "slackgo",
          "instagramgo",
          "facebookgo",
          "gmessages",
          "linkedin",
          "twitter");

  private static final String FOLDER = "/dev/fakebeeper/bridges/";

  private BundledBridges() {}

  /** Read on first use. */
  private static final class Shared {
    static final List<Bridge> ALL = NAMES.stream().map(BundledBridges::read).toList();
  }

  /** All of them. */
  public static List<Bridge> all() {
    return Shared.ALL;
  }

  private static Bridge read(String name) {
    return BridgeFormat.read(BundledFile.read(FOLDER + name));
  }
}
