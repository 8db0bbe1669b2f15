package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.actions.AccountAction.PlanSends;
import dev.fakebeeper.control.actions.Length;
import dev.fakebeeper.control.actions.SendsFormat;
import dev.fakebeeper.control.scenarios.Scenario.Page;
import dev.fakebeeper.control.scenarios.Scenario.Play;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import dev.fakebeeper.world.Token;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads whole scenarios. */
final class ScenarioFormat {
  /** What a scenario may be called. */
  static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";

  /** The version of the format, the value of the member that names it. */
  private static final long VERSION = 1;

  private static final Choice<Token.Scope> SCOPE =
      Choice.of(Token.Scope.values(), scope -> scope.name().toLowerCase(Locale.ROOT));
  private static final Set<Token.Scope> ALL_SCOPES = EnumSet.allOf(Token.Scope.class);

  private ScenarioFormat() {}

  static Scenario read(SourceNode node, Surroundings surroundings) {
    var fields = node.asFields("A scenario");
    version(fields);
    var page = page(fields);
    var server = fields.or("server", OpeningFormat::server, ServerPart.ANY);
    var opening = new OpeningFormat(surroundings).read(fields);
    var tokens = tokens(fields);
    var setup = setup(fields);
    var timeline = new TimelineFormat(tokens).read(fields);
    fields.done();
    return new Scenario(page, server, opening, new Play(tokens, setup, timeline));
  }

  private static void version(Fields fields) {
    var version = fields.require("fakeBeeperScenario");
    if (version.asNumber() != VERSION) {
      throw version.mistake(
          "The version " + version.asNumber() + " of the format is not known",
          "This build reads version " + VERSION,
          "Write fakeBeeperScenario: " + VERSION);
    }
  }

  private static Page page(Fields fields) {
    return new Page(
        name(fields.require("name")),
        fields.require("about").asText(),
        fields.text("clientSees", ""),
        fields.number("section"));
  }

  private static String name(SourceNode node) {
    var name = node.asText();
    if (!name.matches(NAME)) {
      throw node.mistake(
          "\"" + name + "\" is no name of a scenario",
          "It has small letters, digits and hyphens, at most 64",
          "Write a name such as send-fails-for-good");
    }
    return name;
  }

  private static List<Step> setup(Fields fields) {
    var steps = new ArrayList<Step>();
    var sends = fields.find("sends");
    if (sends != null) {
      addSends(sends.asFields("The plans for sends"), steps);
    }
    steps.addAll(fields.list("faults", node -> StepFormat.step("fault", node)));
    steps.addAll(fields.list("sockets", node -> StepFormat.step("socketRule", node)));
    return steps;
  }

  private static void addSends(Fields fields, List<Step> steps) {
    var everywhere = fields.orNull("everywhere", SendsFormat::change);
    if (everywhere != null) {
      steps.add(new Step.Act("sends", new PlanSends(null, null, everywhere)));
    }
    fields
        .map("accounts", SendsFormat::change)
        .forEach((id, change) -> steps.add(new Step.Act("sends", new PlanSends(id, null, change))));
    fields
        .map("chats", SendsFormat::change)
        .forEach((id, change) -> steps.add(new Step.Act("sends", new PlanSends(null, id, change))));
    fields.done();
  }

  private static List<TokenPart> tokens(Fields fields) {
    var names = new HashSet<String>();
    return fields.list("tokens", node -> token(node, names));
  }

  private static TokenPart token(SourceNode node, Set<String> names) {
    var fields = node.asFields("A token");
    var name = fields.require("name");
    if (!names.add(name.asText())) {
      throw name.mistake(
          "There are two tokens \"" + name.asText() + "\"",
          "Steps and tests speak of a token by its name",
          "Choose another name");
    }
    var token =
        new TokenPart(
            name.asText(),
            fields.orNull("value", ScenarioFormat::tokenValue),
            fields.or("scopes", scopes -> Set.copyOf(scopes.asList(SCOPE::read)), ALL_SCOPES),
            fields.orNull("lifetime", Length::read));
    fields.done();
    return token;
  }

  private static @Nullable String tokenValue(SourceNode node) {
    var value = node.asText();
    if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw node.mistake(
          "This is no value of a token",
          "It travels in a header: visible ASCII without spaces",
          "Write letters, digits and hyphens, or leave it out to have one made");
    }
    return value;
  }
}
