package dev.fakebeeper.control;

import java.nio.file.Path;
import java.util.List;

/**
 * The stub mappings of one world, in WireMock's format: a request that matches one is answered by
 * it and not by the world. The request keeps the contract by then, its token is good and no fault
 * took it. What a mapping answers keeps the contract too, or says that it does not mean to: {@code
 * "metadata": {"fakeBeeper": {"breaksContract": true}}}.
 *
 * <p>A mapping that is added later wins over earlier ones of the same priority. Snapshots and forks
 * do not have what was added here; a {@link FakeWorld#reset} takes it away. The same is to be had
 * over HTTP by WireMock's own clients, under {@code /__admin}. Thread-safe.
 */
public interface Stubs {

  /**
   * A mapping of the world.
   *
   * @param id its UUID
   * @param name its name, else its id
   * @param json the whole of it
   */
  record Mapping(String id, String name, String json) {}

  /**
   * Adds the mappings of a JSON file, or of a folder with {@code mappings} and {@code __files} in
   * it.
   *
   * @return the ids, in the order of the files' names
   * @throws dev.fakebeeper.control.source.SourceException at the first mistake, with its line;
   *     nothing was added then
   * @throws IllegalStateException when WireMock is not on the class path
   */
  List<String> load(Path fileOrFolder);

  /**
   * Adds a mapping, in the place of that with the same id if there is one.
   *
   * @param json one mapping
   * @return its id
   * @throws dev.fakebeeper.control.source.SourceException when it is no mapping, or its answer
   *     breaks the contract
   * @throws IllegalStateException when WireMock is not on the class path
   */
  String add(String json);

  /** All mappings, in the order in which they are tried. */
  List<Mapping> list();

  /** Takes a mapping away; whether it was there. */
  boolean remove(String id);

  /**
   * Back to the mappings that the world began with, with stub scenarios at their start; WireMock's
   * list of requests is empty then.
   */
  void reset();
}
