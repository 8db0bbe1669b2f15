package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.worlds.MessagePlan.AttachmentPlan;
import dev.fakebeeper.control.worlds.MessagePlan.LinkPlan;
import dev.fakebeeper.control.worlds.MessagePlan.SeenPlan;
import dev.fakebeeper.control.worlds.MessagePlan.StatusPlan;
import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageBuilder;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.PixelSize;
import dev.fakebeeper.world.Seen;
import dev.fakebeeper.world.SendStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Makes what hangs on a message: attachments, reactions, links, mentions, receipts. */
final class MessageParts {
  private static final Message.Mentions NOBODY = new Message.Mentions(true, TreePVector.empty());
  private static final Message.Mentions UNKNOWN = new Message.Mentions(false, TreePVector.empty());

  private final Scene scene;
  private final Cast cast;
  private final Instant now;

  MessageParts(Scene scene) {
    this.scene = scene;
    this.cast = scene.cast();
    this.now = scene.transaction().now();
  }

  void add(MessageBuilder message, MessagePlan plan) {
    var attachments = all(plan.attachments(), this::attachment);
    var edited = plan.edited();
    var seen = plan.seen();
    message
        .attachments(attachments)
        .type(plan.type() == null ? type(attachments) : plan.type())
        .editedAt(edited == null ? null : edited.in(now))
        .mentions(mentions(plan.mentions()))
        .links(all(plan.links(), this::link))
        .reactions(all(plan.reactions(), this::reaction))
        .seen(seen == null ? null : seen(seen));
  }

  /** The status of a message that went out long ago. */
  static SendStatus sent(Instant at) {
    return new SendStatus(SendStatus.State.SUCCESS, at, null, null, TreePVector.empty());
  }

  SendStatus status(StatusPlan plan, Instant sentAt) {
    return new SendStatus(
        plan.state(),
        plan.at() == null ? sentAt : plan.at().in(now),
        plan.reason(),
        plan.message(),
        all(plan.deliveredTo(), who -> cast.user(who).id()));
  }

  private static MessageType type(List<Attachment> attachments) {
    if (attachments.isEmpty()) {
      return MessageType.TEXT;
    }
    var first = attachments.get(0);
    if (first.sticker()) {
      return MessageType.STICKER;
    }
    if (first.voiceNote()) {
      return MessageType.VOICE;
    }
    return switch (first.kind()) {
      case IMG -> MessageType.IMAGE;
      case VIDEO -> MessageType.VIDEO;
      case AUDIO -> MessageType.AUDIO;
      case UNKNOWN -> MessageType.FILE;
    };
  }

  private Attachment attachment(AttachmentPlan plan) {
    var asset = scene.asset(plan.asset());
    var content = asset.content();
    return new Attachment(
        asset.url(),
        kind(asset.mimeType()),
        asset.url(),
        asset.mimeType(),
        asset.fileName(),
        content == null ? null : content.length(),
        asset.mimeType().equals("image/gif"),
        plan.sticker(),
        plan.voiceNote(),
        asset.duration(),
        plan.transcription(),
        url(plan.poster()),
        asset.size());
  }

  private static Attachment.Kind kind(String mimeType) {
    if (mimeType.startsWith("image/")) {
      return Attachment.Kind.IMG;
    }
    if (mimeType.startsWith("video/")) {
      return Attachment.Kind.VIDEO;
    }
    return mimeType.startsWith("audio/") ? Attachment.Kind.AUDIO : Attachment.Kind.UNKNOWN;
  }

  private Message.LinkPreview link(LinkPlan plan) {
    var img = plan.img();
    PixelSize size = plan.imgSize();
    if (size == null && img != null) {
      size = scene.asset(img).size();
    }
    return new Message.LinkPreview(
        plan.url(),
        plan.originalUrl(),
        url(plan.favicon()),
        url(img),
        size,
        plan.title(),
        plan.summary());
  }

  private Message.Reaction reaction(MessagePlan.ReactionPlan plan) {
    return new Message.Reaction(
        plan.key(), cast.user(plan.who()).id(), plan.emoji(), url(plan.img()));
  }

  private Message.Mentions mentions(@Nullable List<Ref> people) {
    if (people == null) {
      return UNKNOWN;
    }
    if (people.isEmpty()) {
      return NOBODY;
    }
    return new Message.Mentions(
        true, all(people, who -> who.key().equals("room") ? "@room" : cast.user(who).id()));
  }

  private Seen seen(SeenPlan plan) {
    if (plan.at() != null) {
      return new Seen.At(plan.at().in(now));
    }
    if (plan.flag() != null) {
      return new Seen.Flag(plan.flag());
    }
    var byPerson = new LinkedHashMap<String, Seen>();
    plan.people().forEach(one -> byPerson.put(cast.user(one.who()).id(), seen(one.seen())));
    return new Seen.ByParticipant(byPerson);
  }

  private @Nullable String url(@Nullable Ref ref) {
    return ref == null ? null : scene.asset(ref).url();
  }

  private static <A, B> PVector<B> all(List<A> plans, Function<A, B> make) {
    PVector<B> made = TreePVector.empty();
    for (var plan : plans) {
      made = made.plus(make.apply(plan));
    }
    return made;
  }
}
