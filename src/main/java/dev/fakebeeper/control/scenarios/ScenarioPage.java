package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.scenarios.Trigger.At;
import dev.fakebeeper.control.scenarios.Trigger.Called;
import dev.fakebeeper.control.scenarios.Trigger.Count;
import dev.fakebeeper.control.scenarios.Trigger.Subscribed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A scenario as people read it, in Markdown. */
final class ScenarioPage {
  private ScenarioPage() {}

  static String of(Scenario scenario) {
    var page = new StringBuilder("## ").append(scenario.name()).append("\n\n");
    page.append(scenario.about()).append("\n\n");
    if (!scenario.clientSees().isBlank()) {
      page.append("*A correct client sees:*\n")
          .append(scenario.clientSees().strip())
          .append("\n\n");
    }
    var needs = needs(scenario);
    if (!needs.isEmpty()) {
      page.append("Needs a server with ").append(String.join(", ", needs)).append(".\n\n");
    }
    if (!scenario.tokens().isEmpty()) {
      page.append("Makes the tokens ").append(tokens(scenario)).append(".\n\n");
    }
    if (!scenario.timeline().isEmpty()) {
      page.append("| when | what happens |\n| --- | --- |\n");
      scenario.timeline().forEach(entry -> page.append(row(entry)));
      page.append('\n');
    }
    return page.toString();
  }

  private static List<String> needs(Scenario scenario) {
    var needs = new ArrayList<String>();
    var server = scenario.server();
    server.apiVersion().ifPresent(version -> needs.add("`--api-version " + version + "`"));
    server.host().ifPresent(host -> needs.add("`--host " + host + "`"));
    server
        .remoteAccess()
        .ifPresent(on -> needs.add(on ? "`--remote-access`" : "no `--remote-access`"));
    return needs;
  }

  private static String tokens(Scenario scenario) {
    return String.join(
        ", ", scenario.tokens().stream().map(token -> "`" + token.name() + "`").toList());
  }

  private static String row(TimelineEntry entry) {
    var steps = String.join(", ", entry.steps().stream().map(s -> "`" + s.name() + "`").toList());
    return "| " + when(entry) + " | " + steps + " |\n";
  }

  private static String when(TimelineEntry entry) {
    var trigger = entry.trigger();
    if (trigger instanceof At at) {
      return at(at, entry.after());
    }
    var after = entry.after().isZero() ? "" : words(entry.after()) + " ";
    if (trigger instanceof Called called) {
      var status = called.status() == null ? "" : " with " + called.status().words();
      return after
          + "after "
          + number(called.count())
          + " call of `"
          + called.operation()
          + "`"
          + status;
    }
    if (trigger instanceof Subscribed subscribed) {
      var chat = subscribed.chatId() == null ? "" : " that covers `" + subscribed.chatId() + "`";
      return after + "after " + number(subscribed.count()) + " subscription" + chat;
    }
    throw new AssertionError("unknown trigger: " + trigger);
  }

  private static String at(At at, Duration after) {
    var first = words(at.span().plus(after)) + " after loading";
    var repeat = at.repeat();
    if (repeat == null) {
      return first;
    }
    var times = repeat.times() == null ? "" : ", " + repeat.times() + " times in all";
    return first + ", then every " + words(repeat.every()) + times;
  }

  static String number(Count count) {
    if (count.again()) {
      return count.number() == 1 ? "each" : "each " + ordinal(count.number());
    }
    return "the " + ordinal(count.number());
  }

  private static String ordinal(int number) {
    var teens = number % 100 >= 11 && number % 100 <= 13;
    var last = teens ? 0 : number % 10;
    return number + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
  }

  /** A span as people write it: {@code 1m5s}. */
  private static String words(Duration span) {
    var iso = span.toString().substring(2).toLowerCase(Locale.ROOT);
    return iso.isEmpty() ? "0s" : iso;
  }
}
