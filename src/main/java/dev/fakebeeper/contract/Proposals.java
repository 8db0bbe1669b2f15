package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What could be changed at one value. Whether it keeps the contract is for others to find out. */
@FunctionalInterface
interface Proposals {
  String NEW_MEMBER = "addedByANewerBuild";
  List<JsonNode> NEW_VALUES =
      List.of(
          JsonNodeFactory.instance.textNode("of a newer build"),
          JsonNodeFactory.instance.numberNode(7),
          BooleanNode.TRUE,
          NullNode.getInstance(),
          JsonNodeFactory.instance.arrayNode().add("of a newer build"),
          JsonNodeFactory.instance.objectNode().put("since", "of a newer build"));

  /** The changes that are possible at a value itself and at its own members. */
  List<Proposal> at(Spot spot);

  /** The proposals of a wish. */
  static Proposals of(VariationWish wish) {
    var random = new SplittableRandom(wish.seed());
    return switch (wish.variation()) {
      case UNKNOWN_ENUM_VALUE -> new UnknownValues(random);
      case MISSING_OPTIONAL -> Proposals::withoutOptional;
      case EXTRA_MEMBERS -> more(random);
      case NULLS -> Proposals::nulled;
      case LONG_TEXT -> TextProposals.longOnes(wish);
      case BIDIRECTIONAL_TEXT -> TextProposals.bidirectional(wish, random);
      case EMPTY_PAGE_WITH_CURSOR -> Proposals::emptied;
      case MEMBER_REMOVED -> Proposals::withoutRequired;
      case WRONG_TYPE -> new WrongTypes(random);
    };
  }

  private static List<Proposal> withoutOptional(Spot spot) {
    var optional = new ArrayList<>(spot.schemas().declared());
    optional.removeAll(spot.schemas().required());
    return removals(spot, optional);
  }

  private static List<Proposal> withoutRequired(Spot spot) {
    return removals(spot, new ArrayList<>(spot.schemas().required()));
  }

  private static List<Proposal> removals(Spot spot, List<String> names) {
    return names.stream()
        .filter(spot.value()::has)
        .map(name -> Proposal.of(TreeChange.remove(spot.below(name))))
        .toList();
  }

  private static Proposals more(SplittableRandom random) {
    var value = NEW_VALUES.get(random.nextInt(NEW_VALUES.size()));
    return spot -> {
      boolean possible = spot.value().isObject() && !spot.schemas().restrictsOthers();
      if (!possible || spot.value().has(NEW_MEMBER)) {
        return List.of();
      }
      var what = "was added with " + ComplaintWords.value(value);
      var change = new TreeChange(spot.below(NEW_MEMBER), value, what);
      return List.of(new Proposal(spot.steps(), List.of(change)));
    };
  }

  private static List<Proposal> nulled(Spot spot) {
    boolean possible = !spot.value().isNull() && spot.schemas().allow(NullNode.getInstance());
    return possible
        ? List.of(Proposal.of(TreeChange.set(spot.steps(), NullNode.getInstance())))
        : List.of();
  }

  /** A page is known by its items, its flag, and a cursor to go on with. */
  private static List<Proposal> emptied(Spot spot) {
    boolean isPage =
        spot.value() instanceof ObjectNode page
            && page.get("items") instanceof ArrayNode
            && page.path("hasMore").isBoolean()
            && spot.memberNames().stream().anyMatch(name -> isCursor(page, name));
    if (!isPage) {
      return List.of();
    }
    var changes = new ArrayList<TreeChange>();
    if (!spot.value().get("items").isEmpty()) {
      changes.add(TreeChange.set(spot.below("items"), JsonNodeFactory.instance.arrayNode()));
    }
    if (!spot.value().get("hasMore").booleanValue()) {
      changes.add(TreeChange.set(spot.below("hasMore"), BooleanNode.TRUE));
    }
    return changes.isEmpty() ? List.of() : List.of(new Proposal(spot.steps(), changes));
  }

  private static boolean isCursor(ObjectNode page, String name) {
    return name.toLowerCase(Locale.ROOT).endsWith("cursor") && page.path(name).isTextual();
  }
}
