package dev.fakebeeper.stubs;

import com.github.tomakehurst.wiremock.common.Errors;
import com.github.tomakehurst.wiremock.common.InvalidInputException;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;
import java.util.UUID;

/**
 * The mappings that an engine starts with. They are read by whoever gives them, and nothing is ever
 * written back: the files belong to the test. Thread-safe.
 */
final class GivenMappings implements MappingsSource {
  private final List<String> mappings;

  GivenMappings(List<String> mappings) {
    this.mappings = mappings;
  }

  @Override
  public void loadMappingsInto(StubMappings target) {
    for (var json : mappings) {
      var mapping = StubMapping.buildFrom(json);
      mapping.setDirty(false);
      target.addMapping(mapping);
    }
  }

  @Override
  public void save(List<StubMapping> all) {
    throw new InvalidInputException(
        Errors.single(
            10, "fake-beeper writes no stub mappings. Read them with GET /__admin/mappings."));
  }

  /** A mapping that calls itself persistent is kept in memory like every other. */
  @Override
  public void save(StubMapping mapping) {}

  @Override
  @SuppressWarnings("removal") // the interface still asks for it
  public void remove(StubMapping mapping) {}

  @Override
  public void remove(UUID id) {}

  @Override
  public void removeAll() {}
}
