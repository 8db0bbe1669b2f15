package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.ChatPlan.DraftPlan;
import dev.fakebeeper.control.worlds.ChatPlan.MemberPlan;
import dev.fakebeeper.control.worlds.ChatPlan.ReminderPlan;
import dev.fakebeeper.control.worlds.ChatPlan.SnoozePlan;
import dev.fakebeeper.world.ChatCapabilities;
import dev.fakebeeper.world.ChatType;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Reads chats. */
final class ChatFormat {
  private static final Choice<ChatType> TYPE =
      Choice.of(ChatType.values(), t -> t.name().toLowerCase(Locale.ROOT));

  private ChatFormat() {}

  static ChatPlan read(SourceNode node) {
    var fields = node.asFields("A chat");
    var plan = ChatPlanBuilder.builder().place(node.place());
    identity(fields, plan);
    flags(fields, plan);
    plans(fields, plan);
    plan.generate(fields.orNull("generate", GeneratePlan::read));
    plan.messages(fields.list("messages", MessageFormat::read));
    fields.done();
    return checked(plan.build(), node);
  }

  private static ChatPlan checked(ChatPlan plan, SourceNode node) {
    if (plan.type() == ChatType.SINGLE && plan.others() > 1) {
      throw node.mistake(
          "A direct chat with " + plan.others() + " other people",
          "It has one other person, or nobody but the owner",
          "Write type: group, or leave \"type\" out");
    }
    if (!plan.merge().isEmpty() && (plan.generate() != null || !plan.messages().isEmpty())) {
      throw node.mistake(
          "A merged chat with messages",
          "It shows those of the chats under \"merge\" and holds none itself",
          "Move the messages to one of them");
    }
    return plan;
  }

  private static void identity(Fields fields, ChatPlanBuilder plan) {
    plan.key(fields.text("key"))
        .account(Ref.read(fields.require("account")))
        .id(fields.text("id"))
        .localId(fields.large("localID"))
        .type(fields.orNull("type", TYPE::read))
        .title(fields.text("title"))
        .description(fields.text("description"))
        .avatar(fields.orNull("avatar", Ref.READ))
        .members(fields.list("people", ChatFormat::member))
        .crowd(fields.number("crowd", 0))
        .firstSortKey(fields.orNull("firstSortKey", MessageFormat::sortKey));
  }

  private static void flags(Fields fields, ChatPlanBuilder plan) {
    plan.readOnly(fields.flag("readOnly"))
        .markedUnread(fields.flag("markedUnread"))
        .archived(fields.flag("archived"))
        .muted(fields.flag("muted"))
        .pinned(fields.flag("pinned"))
        .lowPriority(fields.flag("lowPriority"))
        .unread(fields.number("unread", 0));
  }

  private static void plans(Fields fields, ChatPlanBuilder plan) {
    plan.draft(fields.orNull("draft", ChatFormat::draft))
        .reminder(fields.orNull("reminder", ChatFormat::reminder))
        .snooze(fields.orNull("snooze", ChatFormat::snooze))
        .disappearing(fields.orNull("disappearing", Span::read))
        .capabilities(fields.orNull("capabilities", ChatFormat::capabilities))
        .labels(fields.list("labels", Ref.READ))
        .merge(fields.list("merge", Ref.READ))
        .mergeDefault(fields.orNull("mergeDefault", Ref.READ));
  }

  private static MemberPlan member(SourceNode node) {
    if (node instanceof SourceNode.Scalar) {
      return new MemberPlan(Ref.read(node), false, false, false);
    }
    var fields = node.asFields("A member of a chat");
    var plan =
        new MemberPlan(
            Ref.read(fields.require("who")),
            fields.flag("admin"),
            fields.flag("pending"),
            fields.flag("bot"));
    fields.done();
    return plan;
  }

  private static DraftPlan draft(SourceNode node) {
    if (node instanceof SourceNode.Scalar) {
      return new DraftPlan(HtmlText.of(node.asText()), List.of());
    }
    var fields = node.asFields("A draft");
    var html = MessageFormat.html(fields);
    var plan = new DraftPlan(html == null ? "" : html, fields.list("attachments", Ref.READ));
    fields.done();
    return plan;
  }

  private static ReminderPlan reminder(SourceNode node) {
    if (node instanceof SourceNode.Scalar) {
      return new ReminderPlan(When.read(node), null);
    }
    var fields = node.asFields("A reminder");
    var plan =
        new ReminderPlan(
            When.read(fields.require("at")), fields.flagOrNull("dismissOnIncomingMessage"));
    fields.done();
    return plan;
  }

  private static SnoozePlan snooze(SourceNode node) {
    if (node instanceof SourceNode.Scalar) {
      return new SnoozePlan(When.read(node), When.START);
    }
    var fields = node.asFields("A snooze");
    var plan =
        new SnoozePlan(
            When.read(fields.require("until")), fields.or("since", When.READ, When.START));
    fields.done();
    return plan;
  }

  private static UnaryOperator<ChatCapabilities> capabilities(SourceNode node) {
    CapabilitiesFormat.read(node, ChatCapabilities.none()); // mistakes show when the file is read
    return network -> CapabilitiesFormat.read(node, network);
  }
}
