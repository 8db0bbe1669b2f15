package dev.fakebeeper.stubs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.stubs.EngineSettings.Proxying;
import dev.fakebeeper.stubs.StubException.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The stub mappings of one world, with an engine of its own: stub scenarios, priorities and the
 * list of requests are no other world's. The engine starts when it is first needed; a world without
 * mappings never has one. Thread-safe.
 */
public final class WorldStubs {
  private final StubCheck check;
  private final List<StubFolder> start;
  private final List<Path> files = new CopyOnWriteArrayList<>();
  private volatile @Nullable Engine engine;

  WorldStubs(StubCheck check, List<StubFolder> start) {
    this.check = check;
    this.start = List.copyOf(start);
    files.addAll(startingFiles());
  }

  /** Whether there is no mapping, which costs nothing to ask. */
  public boolean isEmpty() {
    var running = engine;
    return running == null ? start.isEmpty() : running.count() == 0;
  }

  /**
   * The answer to a request, if a mapping matches it.
   *
   * @param baseUrl scheme, host and port under which the client reached us
   */
  public Optional<StubAnswer> answer(ApiRequest request, String baseUrl) {
    return isEmpty() ? Optional.empty() : engine().answer(request, baseUrl);
  }

  /**
   * What WireMock's admin API answers for this world.
   *
   * @param request its path begins with {@code /__admin}
   * @throws StubException when WireMock is not there
   */
  public StubAnswer admin(ApiRequest request, String baseUrl) {
    return engine().admin(request, baseUrl);
  }

  /**
   * Adds the mappings of a file or folder; those that were there with the same ids give way.
   *
   * @throws StubException at the first mistake; nothing was added then
   */
  public List<GivenMapping> load(Path path) {
    var folder = StubFolder.read(path, check);
    var running = engine();
    for (var bodies : folder.files()) {
      files.add(0, bodies);
      running.addFiles(bodies);
    }
    folder.mappings().forEach(mapping -> running.put(mapping.json()));
    return folder.mappings();
  }

  /**
   * Adds one mapping.
   *
   * @return its id
   * @throws StubException when it is none, or breaks the contract
   */
  public String add(String json) {
    WireMockPresence.require();
    try {
      return engine().put(json);
    } catch (StubException e) {
      throw StubException.at(
          "stub mapping", JsonLines.of(json).line(e.mistake().pointer()), e.mistake());
    }
  }

  /** Takes a mapping away; whether it was there. */
  public boolean remove(String id) {
    return !isEmpty() && engine().remove(id);
  }

  /** Every mapping as JSON, in the order in which they are tried. */
  public List<String> mappings() {
    return isEmpty() ? List.of() : engine().mappings();
  }

  /** Back to the mappings of the start, with stub scenarios at their start and no requests. */
  public void reset() {
    var running = engine;
    if (running != null) {
      running.reset();
      files.clear();
      files.addAll(startingFiles());
    }
  }

  private Engine engine() {
    var running = engine;
    return running == null ? started() : running;
  }

  private synchronized Engine started() {
    var running = engine;
    if (running == null) {
      WireMockPresence.require();
      running =
          Engine.start(new EngineSettings(given(), startingFiles(), this::pass, Proxying.LOOPBACK));
      engine = running;
    }
    return running;
  }

  private List<String> given() {
    var byId = new LinkedHashMap<String, String>();
    for (var folder : start) {
      folder.mappings().forEach(mapping -> byId.put(mapping.id(), mapping.json()));
    }
    return List.copyOf(byId.values());
  }

  /** The folder that came last is looked into first, as its mappings are. */
  private List<Path> startingFiles() {
    var all = new ArrayList<Path>();
    start.forEach(folder -> all.addAll(folder.files()));
    Collections.reverse(all);
    return all;
  }

  private void pass(String json) {
    var mapping = tree(json);
    check
        .mistake(mapping, new StubFiles(files))
        .ifPresent(
            mistake -> {
              var name = mapping.path("name").asText(mapping.path("id").asText());
              throw StubException.in("stub mapping \"" + name + "\"", mistake);
            });
  }

  private static JsonNode tree(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw StubException.in(
          "a stub mapping",
          new Mistake(
              Reason.MALFORMED, "", "This is no JSON", "WireMock wrote it", "Report it as a bug"));
    }
  }
}
