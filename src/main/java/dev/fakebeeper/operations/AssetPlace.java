package dev.fakebeeper.operations;

import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.WorldState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where an asset URL leads: a closed family, so that each operation says what it makes of each. */
sealed interface AssetPlace {

  /** Bytes that are there. */
  record Found(Asset asset, Asset.Content content) implements AssetPlace {}

  /** A good URL; the network no longer has its bytes, or never had. */
  record Gone(String url) implements AssetPlace {}

  /** A file of this machine that is none of the fake's media. */
  record Outside(String url) implements AssetPlace {}

  /** No URL of an asset. */
  record Malformed(String url) implements AssetPlace {}

  /** The form of URLs that the network resolves. */
  Pattern NETWORK = Pattern.compile("(mxc://[^/?#\\s]+/|localmxc://)\\S+");

  /** Follows an URL: first what the world says, then the files of the media folder. */
  static AssetPlace of(String url, WorldState state, MediaFolder media) {
    var asset = state.assets().get(url);
    if (asset != null) {
      return asset.content() == null ? new Gone(url) : new Found(asset, asset.content());
    }
    if (url.startsWith("file:")) {
      return path(url).map(path -> file(url, path, media)).orElseGet(() -> new Malformed(url));
    }
    return NETWORK.matcher(url).matches() ? new Gone(url) : new Malformed(url);
  }

  private static AssetPlace file(String url, Path path, MediaFolder media) {
    if (!media.covers(path)) {
      return new Outside(url);
    }
    return media
        .find(path)
        .<AssetPlace>map(file -> stored(url, file))
        .orElseGet(() -> new Gone(url));
  }

  private static Found stored(String url, Path file) {
    try {
      // The folder of a file is named after its content, and no file in it ever changes.
      var tag = String.valueOf(file.getName(file.getNameCount() - 2));
      var content = new Bytes.InFile(file, Files.size(file), tag);
      var name = String.valueOf(file.getFileName());
      return new Found(new Asset(url, MediaTypes.UNKNOWN, name, content, null, null), content);
    } catch (IOException e) {
      throw new UncheckedIOException("a file of the media folder cannot be read: " + file, e);
    }
  }

  private static Optional<Path> path(String url) {
    try {
      return Optional.of(Path.of(new URI(url)));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty(); // no URL, or none that can name a file of this machine
    }
  }
}
