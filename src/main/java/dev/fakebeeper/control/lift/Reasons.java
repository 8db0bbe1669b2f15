package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.control.lift.Difference.Why;
import java.util.List;
import java.util.Set;

/** Knows why the answers to one call may differ. */
final class Reasons {
  /** Where the lists of chats and messages stand in answers. */
  private static final Set<String> LISTS = Set.of("items", "chats", "in_groups");

  private static final Set<String> OF_A_PAGE = Set.of("hasMore", "oldestCursor", "newestCursor");

  private static final Set<String> OF_PACE =
      Set.of("sendStatus", "seen", "id", "status", "deliveredToUsers");

  /** What is in the order of names. */
  private static final Set<String> BY_NAME = Set.of("listContacts", "listLabels");

  private final Stand stand;
  private final Past past;
  private final Ask ask;

  /**
   * What is known of a recording.
   *
   * @param masked whether its names and texts were replaced
   * @param drifts where it differs from the contract
   */
  record Past(Later later, boolean masked, Drifts drifts) {}

  Reasons(Stand stand, Past past, Ask ask) {
    this.stand = stand;
    this.past = past;
    this.ask = ask;
  }

  /** Why a value is another one. */
  Why ofValue(Spot spot, JsonNode recorded, JsonNode answered) {
    if (spot.member().equals("hasMore") && recorded.asBoolean() && !answered.asBoolean(true)) {
      return Why.END_OF_RECORDING;
    }
    if (past.drifts().areAt(ask.operation(), spot.pointer())) {
      return Why.DRIFT;
    }
    if (ask.status() >= 400 && recorded.isTextual()) {
      return Why.WORDS;
    }
    if (isLater(spot)) {
      return Why.CAME_LATER;
    }
    return isMasked(spot) ? Why.MASKED : ofPace(spot);
  }

  /** What a client said itself, and what follows of which elements a page has. */
  private boolean isMasked(Spot spot) {
    var isOwnText =
        spot.member().equals("text") && (isOnItsWay(spot) || spot.pointer().contains("/draft/"));
    return (past.masked() && isOwnText) || (isByNames() && OF_A_PAGE.contains(spot.member()));
  }

  /** Whether the answer depends on names and texts that were replaced. */
  private boolean isByNames() {
    return past.masked() && (ask.query().containsKey("query") || BY_NAME.contains(ask.operation()));
  }

  private boolean isOnItsWay(Spot spot) {
    return !spot.message().isEmpty() && stand.isNew(spot.message());
  }

  private Why ofPace(Spot spot) {
    var steps = List.of(spot.pointer().split("/", -1));
    return isOnItsWay(spot) && steps.stream().anyMatch(OF_PACE::contains)
        ? Why.PACE
        : Why.UNEXPLAINED;
  }

  /** Why an element of a list is missing, too many, or elsewhere. */
  Why ofElement(Spot spot) {
    if (isByNames()) {
      return Why.MASKED;
    }
    var steps = List.of(spot.pointer().split("/", -1));
    var isOfALargeList = steps.size() >= 2 && LISTS.contains(steps.get(steps.size() - 2));
    var shownAfter = ask.call().after().plus(ask.call().took());
    return isLater(spot) || (isOfALargeList && past.later().hasHappenedBy(shownAfter))
        ? Why.CAME_LATER
        : Why.UNEXPLAINED;
  }

  private boolean isLater(Spot spot) {
    var later = past.later();
    return later.chats().contains(spot.chat()) || later.messages().contains(spot.message());
  }

  /** Why the answer as a whole is another one. */
  Why ofAnswer() {
    var status = ask.status();
    if (status == 0 || status == 429 || status >= 500) {
      return Why.APP_FAILED;
    }
    if (past.drifts().areStatus(ask.operation(), status)) {
      return Why.DRIFT;
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
