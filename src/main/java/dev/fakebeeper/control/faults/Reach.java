package dev.fakebeeper.control.faults;

import java.util.List;

/** Which operations a fault is about. */
public sealed interface Reach {

  /** Whether a call is one of them. */
  boolean has(FaultCall call);

  /** In words, such as {@code calls of listChats}. */
  String describe();

  /**
   * The operations with these ids.
   *
   * @param ids operationIds of the contract, at least one
   */
  record Operations(List<String> ids) implements Reach {
    /** Copies the list. */
    public Operations {
      ids = List.copyOf(ids);
      if (ids.isEmpty()) {
        throw new IllegalArgumentException("operations (none) must be at least one operationId");
      }
    }

    @Override
    public boolean has(FaultCall call) {
      return ids.contains(call.operation().id());
    }

    @Override
    public String describe() {
      return "calls of " + String.join(", ", ids);
    }
  }

  /** A group of operations. */
  record OfGroup(Group group) implements Reach {
    @Override
    public boolean has(FaultCall call) {
      return group.has(call);
    }

    @Override
    public String describe() {
      return group == Group.ALL ? "calls" : group.word();
    }
  }

  /** The operations with a tag of the contract, such as {@code Chats}. */
  record OfTag(String tag) implements Reach {
    @Override
    public boolean has(FaultCall call) {
      return call.operation().tag().equals(tag);
    }

    @Override
    public String describe() {
      return "calls of operations tagged " + tag;
    }
  }
}
