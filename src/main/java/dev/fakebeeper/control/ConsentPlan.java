package dev.fakebeeper.control;

import dev.fakebeeper.control.FakeWorld.Scope;
import dev.fakebeeper.world.OAuthPlan;
import dev.fakebeeper.world.Token;
import java.time.Duration;
import java.util.EnumSet;

/** What becomes of clients that ask for a token. Immutable: each method gives a changed copy. */
public final class ConsentPlan {
  private final OAuthPlan plan;

  ConsentPlan(OAuthPlan plan) {
    this.plan = plan;
  }

  /** A page with two buttons asks, and all that is asked for is granted. */
  public static ConsentPlan usual() {
    return new ConsentPlan(OAuthPlan.usual());
  }

  OAuthPlan plan() {
    return plan;
  }

  /** A page with two buttons asks the user; the usual way. */
  public ConsentPlan asks() {
    return answer(OAuthPlan.Answer.PAGE);
  }

  /** The user approves without looking: the browser goes back at once with a code. */
  public ConsentPlan approves() {
    return answer(OAuthPlan.Answer.APPROVE);
  }

  /** The user refuses without looking: the browser goes back at once with {@code access_denied}. */
  public ConsentPlan denies() {
    return answer(OAuthPlan.Answer.DENY);
  }

  /**
   * The user does not answer: a page without buttons waits until {@link OAuth#approve()} or {@link
   * OAuth#deny()} does.
   */
  public ConsentPlan waits() {
    return answer(OAuthPlan.Answer.WAIT);
  }

  /**
   * The app does not like where the browser should go, and sends it there at once with {@code
   * invalid_request}.
   */
  public ConsentPlan refusesRedirects() {
    return answer(OAuthPlan.Answer.REFUSE_REDIRECT);
  }

  private ConsentPlan answer(OAuthPlan.Answer answer) {
    return new ConsentPlan(plan.withAnswer(answer));
  }

  /** At most this is granted, whatever is asked for; reading always is. */
  public ConsentPlan grants(Scope... scopes) {
    var most = EnumSet.of(Token.Scope.READ);
    for (var scope : scopes) {
      most.add(Token.Scope.valueOf(scope.name()));
    }
    return new ConsentPlan(plan.withGrants(most));
  }

  /** How long a question waits for its answer, 10 minutes as a rule (assumed). */
  public ConsentPlan questionsLiveFor(Duration span) {
    return new ConsentPlan(plan.withRequestLifetime(span));
  }

  /** How long a code can be exchanged, 5 minutes as a rule. */
  public ConsentPlan codesLiveFor(Duration span) {
    return new ConsentPlan(plan.withCodeLifetime(span));
  }

  /** How long a token is good, 24 hours as a rule. */
  public ConsentPlan tokensLiveFor(Duration span) {
    return new ConsentPlan(plan.withTokenLifetime(span));
  }

  /** A code that is used again takes its token along; the usual way (assumed, after RFC 6749). */
  public ConsentPlan revokesOnReuse() {
    return new ConsentPlan(plan.withOnReuse(OAuthPlan.OnReuse.REVOKE));
  }

  /** A code that is used again is refused, and its token stays good. */
  public ConsentPlan keepsOnReuse() {
    return new ConsentPlan(plan.withOnReuse(OAuthPlan.OnReuse.KEEP));
  }
}
