package dev.fakebeeper.control.state;

import dev.fakebeeper.control.state.Findings.Named;
import dev.fakebeeper.control.state.Findings.Spot;
import dev.fakebeeper.world.SetupRequest;
import dev.fakebeeper.world.Timer;
import dev.fakebeeper.world.Verification;
import java.util.Set;

/** The part of {@link StateCheck} about sign-in and setup of the app. Used once, by one thread. */
final class SetupCheck {
  private final Findings found;
  private final Set<String> requests;
  private final Set<String> verifications;

  /** Notes what is there twice. */
  SetupCheck(Findings found) {
    this.found = found;
    requests = found.unique(Section.SETUP_REQUESTS, "setupRequestID", SetupRequest::id);
    verifications = found.unique(Section.VERIFICATIONS, "id", Verification::id);
  }

  /** Notes when a timer is about something that is not there. */
  void timer(Spot at, Timer timer) {
    if (timer instanceof Timer.SetupRequestExpiry expiry) {
      var request = new Named("setup request", expiry.setupRequestId());
      found.refer(at, "timer/setupRequestID", request, requests);
    } else if (timer instanceof Timer.VerificationExpiry expiry) {
      verification(at, expiry.verificationId());
    } else if (timer instanceof Timer.VerificationAct act) {
      verification(at, act.verificationId());
    } else if (timer instanceof Timer.VerificationForgetting forgetting) {
      verification(at, forgetting.verificationId());
    }
  }

  private void verification(Spot at, String id) {
    found.refer(at, "timer/verificationID", new Named("verification", id), verifications);
  }
}
