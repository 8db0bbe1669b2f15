package dev.fakebeeper.control.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists a folder of resources, in a jar or unpacked, so that a scenario belongs to the product as
 * soon as its file is there.
 */
final class ScenarioFolder {
  private static final String ENDING = ".yaml";

  private ScenarioFolder() {}

  /**
   * The names of the YAML files in a folder, without their ending, sorted.
   *
   * @param anchor the URL of one of the files
   * @param folder its path among the resources, without a slash before and with one behind
   */
  static List<String> names(URL anchor, String folder) {
    try {
      return anchor.openConnection() instanceof JarURLConnection jar
          ? inJar(jar, folder)
          : unpacked(anchor);
    } catch (IOException | URISyntaxException e) {
      throw new UncheckedIOException(new IOException("cannot list " + folder, e));
    }
  }

  private static List<String> inJar(JarURLConnection connection, String folder) throws IOException {
    connection.setUseCaches(false); // then the file is ours to close
    try (var jar = connection.getJarFile()) {
      var files = jar.stream().map(entry -> entry.getName()).filter(one -> one.startsWith(folder));
      return sorted(files.map(one -> one.substring(folder.length())));
    }
  }

  private static List<String> unpacked(URL anchor) throws IOException, URISyntaxException {
    var folder = Path.of(anchor.toURI()).getParent();
    if (folder == null) {
      throw new IOException("a file without a folder: " + anchor);
    }
    try (var files = Files.list(folder)) {
      return sorted(files.map(file -> String.valueOf(file.getFileName())));
    }
  }

  private static List<String> sorted(Stream<String> files) {
    return files
        .filter(file -> file.endsWith(ENDING) && file.indexOf('/') < 0)
        .map(file -> file.substring(0, file.length() - ENDING.length()))
        .sorted()
        .toList();
  }
}
