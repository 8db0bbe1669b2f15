package dev.fakebeeper.control.worlds;

import org.jspecify.annotations.Nullable;

/**
 * What fills the slots of id patterns.
 *
 * @param text an opaque text
 * @param login the owner's handle
 * @param bridge the bridge
 * @param person whom the id is about, null when it is about nobody
 */
record Slots(String text, String login, String bridge, @Nullable Person person) {

  /** A pattern with its slots filled; a slot that stands for nothing stays. */
  String fill(String pattern) {
    return SlotPattern.fill(pattern, this::value);
  }

  private @Nullable String value(String slot) {
    return switch (slot) {
      case "text" -> text;
      case "login" -> login;
      case "bridge" -> bridge;
      default -> person == null ? null : person.slot(slot);
    };
  }
}
