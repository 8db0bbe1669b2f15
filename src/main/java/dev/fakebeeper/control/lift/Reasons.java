package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.control.lift.Difference.Why;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Knows why the answers to one call may differ. */
final class Reasons {
  /** Where the lists of chats and messages stand in answers. */
  private static final Set<String> LISTS = Set.of("items", "chats", "in_groups");

  private static final Set<String> OF_PACE =
      Set.of("sendStatus", "seen", "id", "status", "deliveredToUsers");

  private final Stand stand;
  private final Later later;
  private final Duration after;

  Reasons(Stand stand, Later later, Duration after) {
    this.stand = stand;
    this.later = later;
    this.after = after;
  }

  /** Why a value is another one. */
  Why ofValue(Spot spot, JsonNode recorded, JsonNode answered) {
    if (spot.member().equals("hasMore") && recorded.asBoolean() && !answered.asBoolean(true)) {
      return Why.END_OF_RECORDING;
    }
    if (isLater(spot)) {
      return Why.CAME_LATER;
    }
    var steps = List.of(spot.pointer().split("/", -1));
    var isOnItsWay = !spot.message().isEmpty() && stand.isNew(spot.message());
    return isOnItsWay && steps.stream().anyMatch(OF_PACE::contains) ? Why.PACE : Why.UNEXPLAINED;
  }

  /** Why an element of a list is missing, too many, or elsewhere. */
  Why ofElement(Spot spot) {
    var steps = List.of(spot.pointer().split("/", -1));
    var isOfALargeList = steps.size() >= 2 && LISTS.contains(steps.get(steps.size() - 2));
    return isLater(spot) || (isOfALargeList && later.hasHappenedBy(after))
        ? Why.CAME_LATER
        : Why.UNEXPLAINED;
  }

  private boolean isLater(Spot spot) {
    return later.chats().contains(spot.chat()) || later.messages().contains(spot.message());
  }

  /** Why the answer as a whole is another one. */
  Why ofAnswer(Ask ask) {
    var status = ask.status();
    if (status == 0 || status == 429 || status >= 500) {
      return Why.APP_FAILED;
    }
    if (ask.operation().equals("serveAsset")) {
      return Why.UNKNOWN_BYTES;
    }
    if (isLater(new Spot("", "", ask.path("chatID"), ask.path("messageID")))) {
      return Why.CAME_LATER;
    }
    return ask.operation().equals("getMessage") && stand.isNew(ask.path("messageID"))
        ? Why.PACE
        : Why.UNEXPLAINED;
  }
}
