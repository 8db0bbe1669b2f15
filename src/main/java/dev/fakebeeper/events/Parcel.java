package dev.fakebeeper.events;

import dev.fakebeeper.events.StreamEffect.OfItsText;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An event on its way to one connection, with what will be done to its text.
 *
 * @param event the event, which has no number yet
 * @param changes of its text, in order
 */
record Parcel(EventFrame event, List<OfItsText> changes) {
  private static final Logger LOG = LoggerFactory.getLogger(Parcel.class);

  Parcel {
    changes = List.copyOf(changes);
  }

  /**
   * The frame that goes out.
   *
   * @param way what was done to it on its way; a change of its text goes before
   */
  OutgoingFrame frame(long seq, Alteration way) {
    var text = event.numbered(seq);
    var alteration = way;
    for (var change : changes) {
      var changed = altered(text, change);
      if (!changed.equals(text)) {
        text = changed;
        alteration = change.alteration();
      }
    }
    return new OutgoingFrame(seq, event.type(), text, event, alteration);
  }

  private static String altered(String text, OfItsText change) {
    try {
      return Objects.requireNonNull(change.alter(text), "a rewrite gave null");
    } catch (RuntimeException | AssertionError e) { // the function of a test may assert
      LOG.error(
          "A rule ({}) failed on the frame below, which goes out as it was. Let the function of a rewrite take any frame that its rule matches: {}",
          change.alteration(),
          text,
          e);
      return text;
    }
  }
}
