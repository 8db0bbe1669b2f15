package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.ConsentPlan;
import dev.fakebeeper.control.FakeWorld.Scope;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads what becomes of clients that sign in by OAuth. */
final class ConsentActionFormat {
  private static final Choice<Answer> ANSWER = Choice.of(Answer.values(), Answer::word);
  private static final Choice<Reuse> REUSE =
      Choice.of(Reuse.values(), reuse -> reuse.name().toLowerCase(Locale.ROOT));
  private static final Choice<Scope> SCOPE =
      Choice.of(Scope.values(), scope -> scope.name().toLowerCase(Locale.ROOT));

  private ConsentActionFormat() {}

  private enum Answer {
    ASK("ask"),
    APPROVE("approve"),
    DENY("deny"),
    WAIT("wait"),
    REFUSE_REDIRECT("refuseRedirect");

    private final String word;

    Answer(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    ConsentPlan in(ConsentPlan plan) {
      return switch (this) {
        case ASK -> plan.asks();
        case APPROVE -> plan.approves();
        case DENY -> plan.denies();
        case WAIT -> plan.waits();
        case REFUSE_REDIRECT -> plan.refusesRedirects();
      };
    }
  }

  private enum Reuse {
    REVOKES,
    KEEPS
  }

  static Action plan(SourceNode node) {
    var fields = node.asFields("A plan for OAuth");
    var changes = new ArrayList<UnaryOperator<ConsentPlan>>();
    var answer = fields.orNull("answer", ANSWER::read);
    if (answer != null) {
      changes.add(answer::in);
    }
    var grants = fields.orNull("grants", ConsentActionFormat::scopes);
    if (grants != null) {
      changes.add(plan -> plan.grants(grants.toArray(Scope[]::new)));
    }
    lifetimes(fields, changes);
    var reuse = fields.orNull("reuse", REUSE::read);
    if (reuse != null) {
      changes.add(reuse == Reuse.KEEPS ? ConsentPlan::keepsOnReuse : ConsentPlan::revokesOnReuse);
    }
    fields.done();
    return new ConsentAction.Plan(plan -> applied(changes, plan));
  }

  private static void lifetimes(Fields fields, List<UnaryOperator<ConsentPlan>> changes) {
    var question = fields.orNull("questionLifetime", ConsentActionFormat::lifetime);
    if (question != null) {
      changes.add(plan -> plan.questionsLiveFor(question));
    }
    var code = fields.orNull("codeLifetime", ConsentActionFormat::lifetime);
    if (code != null) {
      changes.add(plan -> plan.codesLiveFor(code));
    }
    var token = fields.orNull("tokenLifetime", ConsentActionFormat::lifetime);
    if (token != null) {
      changes.add(plan -> plan.tokensLiveFor(token));
    }
  }

  private static Duration lifetime(SourceNode node) {
    var span = Length.read(node);
    if (span.compareTo(Duration.ofSeconds(1)) < 0) {
      throw node.mistake(
          "This lifetime is too short", "OAuth counts in seconds", "Write 1s or more");
    }
    return span;
  }

  private static ConsentPlan applied(List<UnaryOperator<ConsentPlan>> changes, ConsentPlan plan) {
    var changed = plan;
    for (var change : changes) {
      changed = change.apply(changed);
    }
    return changed;
  }

  private static Set<Scope> scopes(SourceNode node) {
    return Set.copyOf(node.asList(SCOPE::read));
  }

  static Action client(SourceNode node) {
    var fields = node.asFields("An OAuth client");
    var action =
        new ConsentAction.AddClient(
            fields.require("clientID").asText(),
            fields.require("name").asText(),
            fields.texts("redirectURIs"));
    fields.done();
    return action;
  }

  static Action approve(SourceNode node) {
    var fields = node.asFields("An approval");
    var action =
        new ConsentAction.Approve(
            target(fields),
            fields.or("scopes", ConsentActionFormat::scopes, EnumSet.allOf(Scope.class)));
    fields.done();
    return action;
  }

  static Action deny(SourceNode node) {
    var fields = node.asFields("A denial");
    var action = new ConsentAction.Deny(target(fields));
    fields.done();
    return action;
  }

  /** By the id of the question, by that of its client, or the only one. */
  private static @Nullable String target(Fields fields) {
    var question = fields.find("questionID");
    var client = fields.find("clientID");
    if (question != null && client != null) {
      throw client.mistake(
          "There is a question already",
          "A question goes by its own id, or by that of its client",
          "Remove one of them");
    }
    var named = question == null ? client : question;
    return named == null ? null : named.asText();
  }
}
