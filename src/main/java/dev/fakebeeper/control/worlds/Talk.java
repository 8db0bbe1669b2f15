package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.SourceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What invented conversations are made of. Immutable.
 *
 * @param given given names
 * @param family family names
 * @param titles of groups, with slots
 * @param words what may stand in a slot of a line, by the name of the slot
 * @param topics short exchanges by topic; the lines of an exchange belong together
 */
record Talk(
    List<String> given,
    List<String> family,
    List<String> titles,
    Map<String, List<String>> words,
    Map<String, List<List<String>>> topics) {

  private static final int FIRST_IN_CROWD = 2_000_000;

  /** Nothing to say. */
  static final Talk NONE = new Talk(List.of(), List.of(), List.of(), Map.of(), Map.of());

  static Talk read(SourceNode node) {
    var fields = node.asFields("The talk");
    var talk =
        new Talk(
            fields.texts("given"),
            fields.texts("family"),
            fields.texts("titles"),
            fields.map("words", Talk::texts),
            fields.map("topics", topic -> notEmpty(topic, topic.asList(Talk::texts))));
    fields.done();
    return talk;
  }

  private static List<String> texts(SourceNode node) {
    return notEmpty(node, node.asList(SourceNode::asText));
  }

  private static <T> List<T> notEmpty(SourceNode node, List<T> list) {
    if (list.isEmpty()) {
      throw node.mistake(
          "This list is empty", "Something is chosen from it", "Write one item or more");
    }
    return list;
  }

  /** This and more; where both have something of one name, the other has it. */
  Talk with(Talk more) {
    return new Talk(
        more.given().isEmpty() ? given : more.given(),
        more.family().isEmpty() ? family : more.family(),
        more.titles().isEmpty() ? titles : more.titles(),
        merged(words, more.words()),
        merged(topics, more.topics()));
  }

  private static <T> Map<String, T> merged(Map<String, T> base, Map<String, T> more) {
    var all = new LinkedHashMap<>(base);
    all.putAll(more);
    return all;
  }

  /** The lines of an exchange with words in their slots, as Matrix HTML. One slot, one word. */
  List<String> filled(List<String> exchange, SplittableRandom random) {
    var chosen = new HashMap<String, String>();
    var lines = new ArrayList<String>(exchange.size());
    for (var line : exchange) {
      lines.add(HtmlText.of(SlotPattern.fill(line, slot -> word(slot, chosen, random))));
    }
    return lines;
  }

  /** A title for a group. */
  String title(SplittableRandom random) {
    var chosen = new HashMap<String, String>();
    return SlotPattern.fill(
        titles.get(random.nextInt(titles.size())), slot -> word(slot, chosen, random));
  }

  private @Nullable String word(String slot, Map<String, String> chosen, SplittableRandom random) {
    var choices = words.get(slot);
    return choices == null
        ? null
        : chosen.computeIfAbsent(slot, one -> choices.get(random.nextInt(choices.size())));
  }

  /**
   * Somebody in a crowd. The same number is the same person.
   *
   * @param number from 0; the names repeat after as many people as there are pairs of names
   */
  Person person(int number) {
    var first = given.get(number % given.size());
    // Strides, so that two lists in alphabetical order do not make names that rhyme.
    var last = family.get((number * 7 + number / given.size()) % family.size());
    var handle = (first + '.' + last).toLowerCase(Locale.ROOT).replace(' ', '-');
    return new Person(
        crowdKey(number),
        first + ' ' + last,
        handle,
        "+1555" + (FIRST_IN_CROWD + number),
        null,
        null,
        false,
        Map.of());
  }

  /** The name by which the plan knows somebody in a crowd. */
  static String crowdKey(int number) {
    return "crowd" + (number + 1);
  }
}
