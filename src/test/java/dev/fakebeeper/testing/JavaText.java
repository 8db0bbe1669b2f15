package dev.fakebeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/**
 * The text of a public Java class, as somebody writes it who has our class path.
 *
 * @param name of the class
 */
public record JavaText(String name, String text) {

  /** Compiles it into a folder, and fails with the compiler's words where that cannot be done. */
  public URLClassLoader compiledInto(Path folder) throws IOException {
    var source = Files.writeString(folder.resolve(name + ".java"), text);
    var complaints = new ByteArrayOutputStream();
    var compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, complaints, "-proc:none", "-d", folder.toString(), source.toString());
    assertThat(compiled).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, JavaText.class.getClassLoader());
  }
}
