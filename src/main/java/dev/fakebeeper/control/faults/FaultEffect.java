package dev.fakebeeper.control.faults;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.JsonEdit;
import dev.fakebeeper.contract.VariationWish;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the client feels when a fault strikes. A closed family in five kinds, by how the answer
 * fails: another one comes in its place, it is held back, the connection is cut, it is altered
 * before it leaves, it is spoiled on its way.
 */
public sealed interface FaultEffect {

  /** What it did to an answer, in words that go on from "the planned fault". */
  String did();

  /** Another answer comes in place of the operation's. */
  sealed interface Replacing extends FaultEffect permits VendorError, RateLimit, RawAnswer {
    /** Whether the operation is performed all the same. */
    Point point();

    /**
     * The forms that the answer in its place can have, the usual one first. The first that keeps
     * the contract of the operation is sent; if none does, the first.
     */
    List<ApiResponse> answers(TakenFault fault);
  }

  /** The answer waits. */
  sealed interface Holding extends FaultEffect {
    /** Whether the operation is performed before the wait or after it. */
    Point point();
  }

  /** The connection ends and no answer comes. */
  sealed interface Cutting extends FaultEffect {
    /** Whether the operation is performed all the same. */
    Point point();
  }

  /** The operation's answer leaves altered. */
  sealed interface Altering extends FaultEffect {}

  /** The operation's answer is spoiled on its way. */
  sealed interface Spoiling extends FaultEffect {}

  /**
   * The answer comes late.
   *
   * @param span on the world's clock, positive, 10,000 years at most
   */
  record Delay(Duration span, Point point) implements Holding {
    /** Checks the span. */
    public Delay {
      Spans.requirePositive("span", span);
    }

    @Override
    public String did() {
      return point == Point.BEFORE_COMMIT
          ? "waited " + span + " before it let the operation run"
          : "let the operation run and held its answer for " + span;
    }
  }

  /** No answer ever comes, and the connection stays open. */
  record Hang(Point point) implements Holding {
    @Override
    public String did() {
      return performed(point) + "never answers";
    }
  }

  /** The connection is reset (TCP RST); the client gets no byte. */
  record Reset(Point point) implements Cutting {
    @Override
    public String did() {
      return performed(point) + "reset the connection";
    }
  }

  /** The connection is closed in the usual way (TCP FIN); the client gets no byte. */
  record EmptyReply(Point point) implements Cutting {
    @Override
    public String did() {
      return performed(point) + "closed the connection without a byte";
    }
  }

  /** The body is cut in its middle, and its length says that this is all: JSON that breaks off. */
  record Malform() implements Altering {
    @Override
    public String did() {
      return "cut the JSON of the answer in its middle";
    }
  }

  /**
   * The body is called something else than it is.
   *
   * @param type the value of Content-Type
   */
  record ContentType(String type) implements Altering {
    @Override
    public String did() {
      return "called the body " + type;
    }
  }

  /**
   * The answer has other headers.
   *
   * @param set headers to add or to change
   * @param removed headers to take away
   */
  record OtherHeaders(Map<String, String> set, Set<String> removed) implements Altering {
    /** Copies, and refuses the two headers that follow from the body. */
    public OtherHeaders {
      set = Headers.copy(set);
      removed = Headers.copy(removed);
      if (set.isEmpty() && removed.isEmpty()) {
        throw new IllegalArgumentException("headers (none) must set or remove at least one");
      }
    }

    @Override
    public String did() {
      var words = set.isEmpty() ? "" : "set the headers " + String.join(", ", set.keySet());
      var more = removed.isEmpty() ? "" : "removed the headers " + String.join(", ", removed);
      return words + (words.isEmpty() || more.isEmpty() ? "" : " and ") + more;
    }
  }

  /**
   * The answer is varied by its schema. A variation that keeps the contract is held against it; one
   * that does not is sent as it is.
   */
  record Vary(VariationWish wish) implements Altering {
    @Override
    public String did() {
      return "varied the answer (" + wish.variation() + ")";
    }
  }

  /**
   * The JSON of the answer is edited, without asking the contract.
   *
   * @param edits made in their order, at least one
   */
  record Rewrite(List<JsonEdit> edits) implements Altering {
    /** Copies the list. */
    public Rewrite {
      edits = List.copyOf(edits);
      if (edits.isEmpty()) {
        throw new IllegalArgumentException("edits (none) must be at least one");
      }
    }

    @Override
    public String did() {
      return "edited the answer";
    }
  }

  /** Half of the announced body comes, then the connection is closed. */
  record Truncate() implements Spoiling {
    @Override
    public String did() {
      return "sent half of the body and closed the connection";
    }
  }

  /**
   * The body goes on, in chunks, until the client leaves.
   *
   * @param maxBytes after so many bytes the connection is closed, positive
   */
  record Endless(long maxBytes) implements Spoiling {
    /** Enough for any client to lose patience or memory limits, little enough for any machine. */
    public static final long DEFAULT_MAX_BYTES = 64L * 1024 * 1024;

    /** Checks the bound. */
    public Endless {
      if (maxBytes < 1) {
        throw new IllegalArgumentException("maxBytes (" + maxBytes + ") must be 1 or more");
      }
    }

    @Override
    public String did() {
      return "sends a body that does not end before " + maxBytes + " bytes";
    }
  }

  /**
   * The body comes in small pieces.
   *
   * @param bytes of each piece, positive
   * @param every the time between two pieces on the world's clock, positive
   */
  record Drip(int bytes, Duration every) implements Spoiling {
    /** Checks both. */
    public Drip {
      if (bytes < 1) {
        throw new IllegalArgumentException("bytes (" + bytes + ") must be 1 or more");
      }
      Spans.requirePositive("every", every);
    }

    @Override
    public String did() {
      return "sends " + bytes + " bytes of the body every " + every;
    }
  }

  private static String performed(Point point) {
    return point == Point.AFTER_COMMIT
        ? "let the operation run, kept its answer from the client and "
        : "kept the operation from running and ";
  }
}
