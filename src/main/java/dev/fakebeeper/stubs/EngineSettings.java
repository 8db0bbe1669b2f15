package dev.fakebeeper.stubs;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an engine starts with, and comes back to when it is reset.
 *
 * @param mappings each the JSON of one mapping, with an id; of two that match, the later wins
 * @param files folders in which a {@code bodyFileName} is looked for, the first that has it counts
 * @param gate sees the JSON of every mapping that comes in later, before it is taken; may throw a
 *     {@link StubException}
 * @param proxying where a mapping may send a request on to
 */
record EngineSettings(
    List<String> mappings, List<Path> files, Consumer<String> gate, Proxying proxying) {

  /** Copies the lists. */
  EngineSettings {
    mappings = List.copyOf(mappings);
    files = List.copyOf(files);
  }

  /** Where {@code proxyBaseUrl} may lead. */
  enum Proxying {
    /** Whoever may add a mapping must not reach other machines through us. */
    LOOPBACK,
    /** Anywhere: the mappings are our own. */
    ANYWHERE
  }
}
