package dev.fakebeeper.control.journal;

import java.util.Optional;
import java.util.Set;

/** What names mean in the world that a journal is about. Thread-safe. */
public interface Names {
  /** All ids of the chat that has an id; at least that id itself. */
  Set<String> ofChat(String id);

  /** Why there is no such operation, with the one that was probably meant; empty if there is. */
  Optional<String> complaintAbout(String operationId);
}
