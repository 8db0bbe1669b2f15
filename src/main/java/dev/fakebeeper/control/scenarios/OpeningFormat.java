package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.control.StartingWorlds;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.Nearest;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import dev.fakebeeper.control.worlds.GeneratedWorld;
import dev.fakebeeper.control.worlds.StartingWorld;
import dev.fakebeeper.control.worlds.When;
import dev.fakebeeper.control.worlds.WorldFiles;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what a scenario starts from: the world, its clock, its seed, and the server around it. */
final class OpeningFormat {
  private static final Choice<Mode> MODE =
      Choice.of(Mode.values(), mode -> mode.name().toLowerCase(Locale.ROOT));

  private final Surroundings surroundings;

  OpeningFormat(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  private enum Mode {
    FROZEN,
    REAL,
    SCALED
  }

  OpeningPart read(Fields fields) {
    return new OpeningPart(
        fields.orNull("world", this::world),
        fields.orNull("clock", OpeningFormat::clock),
        fields.large("seed"));
  }

  private StartingWorld world(SourceNode node) {
    if (node instanceof SourceNode.Scalar) {
      return named(node);
    }
    return node instanceof SourceNode.Members members && members.byName().containsKey("generate")
        ? generated(node)
        : surroundings.part(node);
  }

  /** Names of bundled worlds have neither a separator nor an ending. */
  private StartingWorld named(SourceNode node) {
    var text = node.asText();
    if (text.indexOf('/') >= 0 || text.indexOf('.') >= 0) {
      return surroundings.file(node);
    }
    var names = StartingWorlds.names();
    if (!names.contains(text)) {
      throw node.mistake(
          "There is no starting world \"" + text + "\"",
          "The names are " + String.join(", ", names) + "; a path has a slash or an ending",
          Nearest.of(text, names)
              .map(near -> "Did you mean \"" + near + "\"?")
              .orElse("Write one of them, a path, or a world"));
    }
    return WorldFiles.bundled(text);
  }

  private static StartingWorld generated(SourceNode node) {
    var outer = node.asFields("A generated world");
    var size = outer.require("generate");
    outer.done();
    var fields = size.asFields("The size of a generated world");
    var chats = fields.require("chats").asCount();
    var messages = fields.require("messages").asCount();
    fields.done();
    if (chats == 0 && messages > 0) {
      throw size.mistake("Messages without chats", "Every message is in a chat", "Add chats");
    }
    return new GeneratedWorld(chats, messages);
  }

  private static OpeningPart.Clock clock(SourceNode node) {
    var fields = node.asFields("A clock");
    var mode = MODE.read(fields.require("mode"));
    var at = fields.orNull("at", OpeningFormat::instant);
    var rate = fields.find("rate");
    fields.done();
    if (mode == Mode.REAL && at != null) {
      throw node.mistake(
          "A real clock has no start", "It shows the machine's time", "Remove \"at\"");
    }
    if ((mode == Mode.SCALED) != (rate != null)) {
      throw node.mistake(
          mode == Mode.SCALED ? "A scaled clock needs a rate" : "Only a scaled clock has a rate",
          "The rate is how many seconds pass for each second of the machine",
          mode == Mode.SCALED ? "Add \"rate: 60\"" : "Remove \"rate\", or write mode: scaled");
    }
    var start = at == null ? StartingWorlds.FROZEN_START : at;
    return switch (mode) {
      case REAL -> new OpeningPart.Clock(null, 1);
      case FROZEN -> new OpeningPart.Clock(start, 0);
      case SCALED -> new OpeningPart.Clock(start, rate(rate));
    };
  }

  private static double rate(@Nullable SourceNode node) {
    var rate = node instanceof SourceNode.Scalar scalar ? parsed(scalar) : Double.NaN;
    if (node != null && !(rate > 0 && rate <= 1_000_000)) {
      throw node.mistake(
          "This is no rate",
          "It is a number above 0, at most 1000000",
          "Write a number such as 60");
    }
    return rate;
  }

  private static double parsed(SourceNode.Scalar scalar) {
    try {
      return scalar.form() == SourceNode.Form.NUMBER
          ? Double.parseDouble(scalar.text())
          : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static Instant instant(SourceNode node) {
    if (When.read(node) instanceof When.Absolute absolute) {
      return absolute.instant();
    }
    throw node.mistake(
        "The start of a clock is relative",
        "There is nothing yet that it could be relative to",
        "Write an instant such as 2026-06-15T09:30:00Z");
  }

  static ServerPart server(SourceNode node) {
    var fields = node.asFields("What a server is started with");
    var part =
        new ServerPart(
            fields.orNull("apiVersion", OpeningFormat::apiVersion),
            fields.text("host"),
            fields.flagOrNull("remoteAccess"));
    fields.done();
    return part;
  }

  private static String apiVersion(SourceNode node) {
    var text = node.asText();
    try {
      return ApiVersion.parse(text).toString();
    } catch (IllegalArgumentException e) {
      throw node.mistake(
          "\"" + text + "\" is no version of Beeper Desktop",
          "It is a number of up to four parts, or latest",
          "Write a version such as 4.2.808");
    }
  }
}
