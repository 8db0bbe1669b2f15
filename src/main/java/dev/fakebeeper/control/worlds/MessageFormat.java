package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.MessagePlan.AttachmentPlan;
import dev.fakebeeper.control.worlds.MessagePlan.LinkPlan;
import dev.fakebeeper.control.worlds.MessagePlan.ReactionPlan;
import dev.fakebeeper.control.worlds.MessagePlan.SeenBy;
import dev.fakebeeper.control.worlds.MessagePlan.SeenPlan;
import dev.fakebeeper.control.worlds.MessagePlan.StatusPlan;
import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.SendStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads messages; other packages only their bodies. */
public final class MessageFormat {
  private static final Choice<MessageType> TYPE = Choice.of(MessageType.values(), Enum::name);
  private static final Choice<SendStatus.State> STATE =
      Choice.of(SendStatus.State.values(), Enum::name);

  /** Beyond it numbers stop being exact in clients that read them as floating point. */
  private static final long LARGEST_SORT_KEY = 1_000_000_000_000_000L;

  private MessageFormat() {}

  static MessagePlan read(SourceNode node) {
    var fields = node.asFields("A message");
    var edited = fields.orNull("edited", When.READ);
    var plan =
        MessagePlanBuilder.builder()
            .place(node.place())
            .key(fields.text("key"))
            .from(fields.orNull("from", Ref.READ))
            .at(fields.orNull("at", When.READ))
            .type(fields.orNull("type", TYPE::read))
            .html(html(fields))
            .edited(edited)
            .edits(fields.number("edits", edited == null ? 0 : 1))
            .replyTo(fields.orNull("replyTo", Ref.READ))
            .attachments(fields.list("attachments", MessageFormat::attachment))
            .mentions(mentions(fields))
            .links(fields.list("links", MessageFormat::link))
            .reactions(reactions(fields))
            .seen(fields.orNull("seen", MessageFormat::seen))
            .status(fields.orNull("sendStatus", MessageFormat::status))
            .hidden(fields.flag("hidden"))
            .deleted(fields.flag("deleted"))
            .id(fields.text("id"))
            .sortKey(fields.orNull("sortKey", MessageFormat::sortKey))
            .build();
    fields.done();
    return plan;
  }

  /** A place in a chat; 0 means that nothing was read. */
  static Long sortKey(SourceNode node) {
    var key = node.asNumber();
    if (key < 1 || key > LARGEST_SORT_KEY) {
      throw node.mistake(
          key + " is no sort key",
          "They are from 1 to " + LARGEST_SORT_KEY,
          "Write one of these, or leave it out");
    }
    return key;
  }

  /** The body of a message or draft: {@code text} is plain, {@code html} goes as it is. */
  public static @Nullable String html(Fields fields) {
    var text = fields.text("text");
    var html = fields.find("html");
    if (text != null && html != null) {
      throw html.mistake(
          "There is a text already",
          "A body is plain (\"text\") or Matrix HTML (\"html\"), not both",
          "Remove one of them");
    }
    if (html != null) {
      return html.asText();
    }
    return text == null ? null : HtmlText.of(text);
  }

  private static AttachmentPlan attachment(SourceNode node) {
    if (node instanceof SourceNode.Scalar) {
      return new AttachmentPlan(Ref.read(node), false, false, null, null);
    }
    var fields = node.asFields("An attachment");
    var plan =
        new AttachmentPlan(
            Ref.read(fields.require("asset")),
            fields.flag("sticker"),
            fields.flag("voiceNote"),
            fields.orNull("transcription", MessageFormat::transcription),
            fields.orNull("poster", Ref.READ));
    fields.done();
    return plan;
  }

  private static Attachment.Transcription transcription(SourceNode node) {
    var fields = node.asFields("A transcription");
    var transcription =
        new Attachment.Transcription(
            fields.require("text").asText(),
            fields.text("engine", "fake"),
            fields.text("language"));
    fields.done();
    return transcription;
  }

  /** Absent means that nobody is mentioned; written as null, that nobody knows. */
  private static @Nullable List<Ref> mentions(Fields fields) {
    var people = fields.list("mentions", Ref.READ);
    return fields.isNothing("mentions") ? null : people;
  }

  private static LinkPlan link(SourceNode node) {
    var fields = node.asFields("A link preview");
    var plan =
        new LinkPlan(
            fields.require("url").asText(),
            fields.require("title").asText(),
            fields.text("originalURL"),
            fields.text("summary"),
            fields.orNull("favicon", Ref.READ),
            fields.orNull("img", Ref.READ),
            fields.orNull("imgSize", AssetPlan::size));
    fields.done();
    return plan;
  }

  private static List<ReactionPlan> reactions(Fields fields) {
    var all = new ArrayList<ReactionPlan>();
    fields.map("reactions", node -> node).forEach((key, node) -> all.addAll(reaction(key, node)));
    return List.copyOf(all);
  }

  /** The people who reacted with a key, or those and a picture of it. */
  private static List<ReactionPlan> reaction(String key, SourceNode node) {
    if (node instanceof SourceNode.Items) {
      return reactions(key, node.asList(Ref.READ), null);
    }
    var fields = node.asFields("A reaction");
    var img = fields.orNull("img", Ref.READ);
    var plans = reactions(key, fields.require("by").asList(Ref.READ), img);
    fields.done();
    return plans;
  }

  private static List<ReactionPlan> reactions(String key, List<Ref> people, @Nullable Ref img) {
    // Shortcodes and network keys are ASCII; an emoji never begins with a letter or a colon.
    var emoji = img == null && key.codePoints().anyMatch(c -> c > 0x7f);
    return people.stream().map(who -> new ReactionPlan(key, who, emoji, img)).toList();
  }

  private static SeenPlan seen(SourceNode node) {
    if (node instanceof SourceNode.Members members) {
      var people = new ArrayList<SeenBy>();
      members
          .byName()
          .forEach(
              (who, member) ->
                  people.add(new SeenBy(new Ref(member.place(), who), seenOnce(member.value()))));
      return new SeenPlan(null, null, people);
    }
    return seenOnce(node);
  }

  private static SeenPlan seenOnce(SourceNode node) {
    var isFlag = node instanceof SourceNode.Scalar scalar && scalar.form() == SourceNode.Form.FLAG;
    return isFlag
        ? new SeenPlan(node.asFlag(), null, List.of())
        : new SeenPlan(null, When.read(node), List.of());
  }

  private static StatusPlan status(SourceNode node) {
    if (node instanceof SourceNode.Scalar) {
      return new StatusPlan(STATE.read(node), null, null, null, List.of());
    }
    var fields = node.asFields("A send status");
    var plan =
        new StatusPlan(
            STATE.read(fields.require("status")),
            fields.orNull("at", When.READ),
            fields.text("reason"),
            fields.text("message"),
            fields.list("deliveredTo", Ref.READ));
    fields.done();
    return plan;
  }
}
