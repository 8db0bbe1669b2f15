package dev.fakebeeper.control.bridges;

import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import dev.fakebeeper.world.LoginField;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the values that one step asks for. Used once, by one thread. */
final class FieldFormat {
  private static final Choice<LoginField.Fact> FACT =
      Choice.of(LoginField.Fact.values(), FlowFormat::word);
  private static final Choice<LoginField.Cookie.Kind> KIND =
      Choice.of(LoginField.Cookie.Kind.values(), FlowFormat::word);

  private final Set<String> known = new HashSet<>();

  LoginField.Input input(SourceNode node) {
    var fields = node.asFields("A field");
    var field =
        new LoginField.Input(
            id(fields),
            check(fields),
            fact(fields),
            fields.text("type"),
            fields.text("label"),
            fields.text("placeholder"),
            fields.text("initialValue"));
    fields.done();
    return field;
  }

  LoginField.Cookie cookie(SourceNode node) {
    var fields = node.asFields("A field");
    var field =
        new LoginField.Cookie(
            id(fields),
            check(fields),
            fact(fields),
            fields.text("name"),
            fields.orNull("type", KIND::read));
    fields.done();
    return field;
  }

  private String id(Fields fields) {
    var node = fields.require("id");
    if (!known.add(node.asText())) {
      throw node.mistake(
          "There are two fields \"" + node.asText() + "\"",
          "Values are sent by the id of their field",
          "Choose another id");
    }
    return node.asText();
  }

  private static LoginField.@Nullable Fact fact(Fields fields) {
    return fields.orNull("tells", FACT::read);
  }

  private static LoginField.Check check(Fields fields) {
    return new LoginField.Check(
        fields.flag("optional"),
        fields.orNull("pattern", FieldFormat::pattern),
        fields.list("accepts", SourceNode::asText),
        fields.list("refuses", SourceNode::asText),
        fields.text("complaint"));
  }

  private static String pattern(SourceNode node) {
    try {
      return Pattern.compile(node.asText()).pattern();
    } catch (PatternSyntaxException e) {
      throw node.mistake(
          "This is no regular expression: " + e.getDescription(),
          "The whole value must match it, as java.util.regex has it",
          "Correct it near position " + (e.getIndex() + 1));
    }
  }
}
