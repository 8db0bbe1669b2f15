package dev.fakebeeper.world;

/**
 * Kinds of attachment as senders name them, finer than what readers see: each is a kind of message
 * of its own and has an entry of its own in the capabilities of a chat, under the Matrix name of
 * that kind, real or pseudo.
 */
public enum AttachmentKind {
  IMAGE("m.image", MessageType.IMAGE, Attachment.Kind.IMG),
  VIDEO("m.video", MessageType.VIDEO, Attachment.Kind.VIDEO),
  AUDIO("m.audio", MessageType.AUDIO, Attachment.Kind.AUDIO),
  FILE("m.file", MessageType.FILE, Attachment.Kind.UNKNOWN),
  GIF("fi.mau.gif", MessageType.IMAGE, Attachment.Kind.IMG),
  /** A GIF in the form in which networks carry them: a silent film. */
  GIF_VIDEO("fi.mau.gif", MessageType.VIDEO, Attachment.Kind.VIDEO),
  VOICE_NOTE("org.matrix.msc3245.voice", MessageType.VOICE, Attachment.Kind.AUDIO),
  STICKER("m.sticker", MessageType.STICKER, Attachment.Kind.IMG);

  private final String capability;
  private final MessageType messageType;
  private final Attachment.Kind shownAs;

  AttachmentKind(String capability, MessageType messageType, Attachment.Kind shownAs) {
    this.capability = capability;
    this.messageType = messageType;
    this.shownAs = shownAs;
  }

  /** The key of its entry in {@link ChatCapabilities#attachments()}. */
  public String capability() {
    return capability;
  }

  /** What a message with it is made of. */
  public MessageType messageType() {
    return messageType;
  }

  /** How readers see it. */
  public Attachment.Kind shownAs() {
    return shownAs;
  }

  /** Whether it is a GIF in either form. */
  public boolean isGif() {
    return this == GIF || this == GIF_VIDEO;
  }

  /** The kind of a file of which only the media type is known. */
  public static AttachmentKind ofMimeType(String mimeType) {
    if (mimeType.equals("image/gif")) {
      return GIF;
    }
    return switch (mimeType.substring(0, Math.max(0, mimeType.indexOf('/')))) {
      case "image" -> IMAGE;
      case "video" -> VIDEO;
      case "audio" -> AUDIO;
      default -> FILE;
    };
  }
}
