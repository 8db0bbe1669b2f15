package dev.fakebeeper.control.lift;

import dev.fakebeeper.control.state.StoredContent;
import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.Transaction;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Makes the assets whose bytes were served. */
final class LiftedAssets {
  private final Sights sights;
  private final Notes notes;

  LiftedAssets(Sights sights, Notes notes) {
    this.sights = sights;
    this.notes = notes;
  }

  /**
   * Stores them under their URLs, described as the attachments that have these describe them.
   *
   * @param logs the messages by chat
   */
  void addTo(Transaction transaction, Collection<? extends SortedMap<Long, Message>> logs) {
    var described = new HashMap<String, Attachment>();
    logs.forEach(log -> log.values().forEach(message -> note(message, described)));
    for (var url : sights.assets.urls()) {
      var asset = asset(url, described.get(url));
      transaction.update(state -> state.withAssets(state.assets().plus(url, asset)));
    }
  }

  private static void note(Message message, Map<String, Attachment> described) {
    for (var attachment : message.attachments()) {
      if (attachment.srcUrl() != null) {
        described.putIfAbsent(attachment.srcUrl(), attachment);
      }
      if (attachment.id() != null) {
        described.putIfAbsent(attachment.id(), attachment);
      }
    }
  }

  private Asset asset(String url, @Nullable Attachment as) {
    var type = as == null ? null : as.mimeType();
    var name = as == null ? null : as.fileName();
    return new Asset(
        url,
        type == null ? "application/octet-stream" : type,
        name == null ? url.substring(url.lastIndexOf('/') + 1) : name,
        content(url),
        as == null ? null : as.size(),
        as == null ? null : as.duration());
  }

  private Asset.Content content(String url) {
    var whole = sights.assets.find(url);
    if (whole.isEmpty()) {
      notes.assumed("assets", "Not all of their bytes were served: they are empty", url);
    }
    var bytes = whole.map(Assets.Whole::bytes).orElse(new byte[0]);
    var etag = whole.map(Assets.Whole::etag).filter(tag -> !tag.isEmpty());
    return new StoredContent(bytes, etag.orElseGet(() -> tag(bytes)));
  }

  private static String tag(byte[] bytes) {
    var sum = new CRC32C();
    sum.update(bytes);
    return Long.toHexString(sum.getValue()) + '-' + bytes.length;
  }
}
