package dev.fakebeeper.control.bridges;

import dev.fakebeeper.control.actions.Length;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import dev.fakebeeper.world.LoginFlow;
import dev.fakebeeper.world.LoginStep;
import dev.fakebeeper.world.LoginStep.Display;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the ways to sign in on one bridge. Used once, by one thread. */
final class FlowFormat {
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final Choice<Type> TYPE = Choice.of(Type.values(), FlowFormat::word);
  private static final Choice<Display.Kind> KIND =
      Choice.of(Display.Kind.values(), FlowFormat::word);

  private final Set<String> flows = new HashSet<>();

  /** The vendor's kinds of step. */
  private enum Type {
    USER_INPUT,
    COOKIES,
    DISPLAY_AND_WAIT
  }

  /** What all steps have. */
  private record Common(String id, @Nullable String instructions, @Nullable String when) {}

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  List<LoginFlow> readAll(Fields fields) {
    return fields.list("flows", this::flow);
  }

  private LoginFlow flow(SourceNode node) {
    var fields = node.asFields("A login flow");
    var id = unique(fields.require("id"), flows, "flow");
    var known = new HashSet<String>();
    var steps = fields.require("steps");
    var flow =
        new LoginFlow(
            id,
            fields.text("name"),
            fields.text("description"),
            fields.or("lifetime", Length::read, LIFETIME),
            atLeastOne(steps, steps.asList(step -> step(step, known))));
    fields.done();
    return flow;
  }

  private static String unique(SourceNode node, Set<String> known, String kind) {
    var id = node.asText();
    if (id.isEmpty() || !known.add(id)) {
      throw node.mistake(
          id.isEmpty() ? "The id is empty" : "There are two of the id \"" + id + "\"",
          "A client names a " + kind + " by its id",
          "Choose another id");
    }
    return id;
  }

  private static List<LoginStep> atLeastOne(SourceNode node, List<LoginStep> steps) {
    if (steps.stream().allMatch(step -> step.when() != null)) {
      throw node.mistake(
          "There is no step that is always asked",
          "A sign-in needs one step at least",
          "Add a step without \"when\"");
    }
    return steps;
  }

  private static LoginStep step(SourceNode node, Set<String> known) {
    var fields = node.asFields("A step");
    var common =
        new Common(
            unique(fields.require("id"), known, "step"),
            fields.text("instructions"),
            fields.text("when"));
    var step =
        switch (TYPE.read(fields.require("type"))) {
          case USER_INPUT -> input(fields, common);
          case COOKIES -> cookies(fields, common);
          case DISPLAY_AND_WAIT -> display(fields, common);
        };
    fields.done();
    return step;
  }

  private static LoginStep input(Fields fields, Common common) {
    var format = new FieldFormat();
    var asked = fields.require("fields").asList(format::input);
    return new LoginStep.UserInput(common.id(), common.instructions(), common.when(), asked);
  }

  private static LoginStep cookies(Fields fields, Common common) {
    var page =
        new LoginStep.Page(
            fields.require("url").asText(),
            fields.text("expectedFinalURLRegex"),
            fields.text("extractJS"),
            fields.text("userAgent"));
    var format = new FieldFormat();
    var asked = fields.require("fields").asList(format::cookie);
    return new LoginStep.Cookies(common.id(), common.instructions(), common.when(), page, asked);
  }

  private static LoginStep display(Fields fields, Common common) {
    return new LoginStep.DisplayAndWait(
        common.id(),
        common.instructions(),
        common.when(),
        shown(fields.require("display")),
        fields.orNull("otherSideAfter", Length::read));
  }

  private static Display shown(SourceNode node) {
    var fields = node.asFields("What is shown");
    var kind = KIND.read(fields.require("type"));
    var data = fields.text("data");
    var rotates = fields.find("rotatesEvery");
    fields.done();
    if ((kind == Display.Kind.NOTHING) != (data == null)) {
      throw data == null
          ? fields.mistake("There is no data", "It is what a client shows", "Add \"data:\"")
          : fields.mistake("Nothing has no data", "There is nothing to show", "Remove \"data\"");
    }
    return new Display(kind, data, rotates == null ? null : interval(rotates));
  }

  private static Duration interval(SourceNode node) throws SourceException {
    var interval = Length.read(node);
    if (interval.isZero()) {
      throw node.mistake(
          "Something new without a pause",
          "Time would stand still while it is made",
          "Write more than zero, such as 20s");
    }
    return interval;
  }
}
