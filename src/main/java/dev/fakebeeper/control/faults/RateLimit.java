package dev.fakebeeper.control.faults;

import dev.fakebeeper.contract.ApiResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 429, without performing the operation. Begin with {@link #once} or {@link #lasting} and say how
 * the client learns when to come back:
 *
 * <pre>{@code
 * Fault.on(Group.SENDS).after(3).rateLimit(RateLimit.lasting(ofSeconds(10)).telling(Form.SECONDS))
 * }</pre>
 *
 * Nobody has published the real limits, and the document declares no {@code Retry-After}.
 *
 * @param lasting from the first refused call on, every call that matches is refused for so long on
 *     the world's clock, and then counting begins anew; null to refuse only the calls that are
 *     struck by their number
 * @param retryAfter how the client learns when to come back, null for not at all
 */
public record RateLimit(@Nullable Duration lasting, @Nullable RetryAfter retryAfter)
    implements FaultEffect.Replacing {

  /** Checks that a hint has a span to tell. */
  public RateLimit {
    if (lasting != null) {
      Spans.requirePositive("lasting", lasting);
    }
    if (lasting == null && retryAfter != null && retryAfter.span() == null) {
      throw new IllegalArgumentException(
          "retryAfter (no span) must have a span, because the limit has none to tell");
    }
  }

  /** Refuses the calls that are struck, and says nothing of when to come back. */
  public static RateLimit once() {
    return new RateLimit(null, null);
  }

  /** Refuses every call that matches for a span of the world's clock. */
  public static RateLimit lasting(Duration span) {
    return new RateLimit(span, null);
  }

  /** Tells the time that is left of the limit. */
  public RateLimit telling(RetryAfter.Form form) {
    return new RateLimit(lasting, new RetryAfter(form, null));
  }

  /** Tells a time of one's own. */
  public RateLimit telling(RetryAfter.Form form, Duration span) {
    return new RateLimit(lasting, new RetryAfter(form, span));
  }

  @Override
  public Point point() {
    return Point.BEFORE_COMMIT;
  }

  @Override
  public List<ApiResponse> answers(TakenFault fault) {
    var error = VendorError.of(429);
    if (retryAfter != null) {
      error = error.withHeaders(retryAfter.header(fault.at(), fault.limitLeft()));
    }
    return error.answers(fault);
  }

  @Override
  public String did() {
    return "answered 429 in place of the operation"
        + (lasting == null ? "" : ", as every call within " + lasting + " of the first refusal");
  }
}
