package dev.fakebeeper.world;

import org.jspecify.annotations.Nullable;

/**
 * How long the texts of the owner may be. Lengths are code points of the visible text (assumed: the
 * unit of the documented limits is not). Too long is unsupported by the network (assumed).
 */
public final class TextRules {
  private TextRules() {}

  /** Refuses a text that is too long for its chat. */
  public static void requireFits(Chat chat, String visibleText) {
    requireAtMost(chat.capabilities().maxTextLength(), visibleText, "text");
  }

  /** Refuses a text beside an attachment where the network has none, or none that long. */
  public static void requireCaptionFits(
      Transaction transaction, Chat chat, AttachmentKind kind, String visibleText) {
    var limits = AttachmentRules.capabilityOf(chat, kind);
    if (visibleText.isEmpty() || limits.isEmpty()) {
      return;
    }
    if (!ChatCapabilities.allows(limits.get().caption())) {
      throw ChatRules.unsupported(transaction, chat, "text beside an attachment");
    }
    requireAtMost(limits.get().maxCaptionLength(), visibleText, "text beside an attachment");
  }

  private static void requireAtMost(@Nullable Integer limit, String text, String what) {
    var length = text.codePointCount(0, text.length());
    if (limit != null && length > limit) {
      throw WorldException.unsupported(
          "The %s has %d characters; at most %d are allowed".formatted(what, length, limit));
    }
  }
}
