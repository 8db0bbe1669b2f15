package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.ConsentPlan;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorld.Scope;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What becomes of clients that sign in by OAuth. */
public sealed interface ConsentAction extends Action {

  /** Clients that ask from now on are answered another way. */
  record Plan(UnaryOperator<ConsentPlan> change) implements ConsentAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.oauth().plan(change);
      return Outcome.NOTHING;
    }
  }

  /** A client is known that does not register. */
  record AddClient(String id, String name, List<String> redirectUris) implements ConsentAction {
    /** Copies the list. */
    public AddClient {
      redirectUris = List.copyOf(redirectUris);
    }

    @Override
    public Outcome run(FakeWorld world) {
      world.oauth().addClient(id, name, redirectUris.toArray(String[]::new));
      return Outcome.made("clientID", id);
    }
  }

  /**
   * The user approves.
   *
   * @param target a question or its client, null for the only question
   * @param scopes what is approved of what is asked for
   */
  record Approve(@Nullable String target, Set<Scope> scopes) implements ConsentAction {
    /** Copies the scopes. */
    public Approve {
      scopes = Set.copyOf(scopes);
    }

    @Override
    public Outcome run(FakeWorld world) {
      var back = world.oauth().approve(target, scopes);
      return Outcome.made("redirectTo", back.toString());
    }
  }

  /**
   * The user refuses.
   *
   * @param target a question or its client, null for the only question
   */
  record Deny(@Nullable String target) implements ConsentAction {
    @Override
    public Outcome run(FakeWorld world) {
      return Outcome.made("redirectTo", world.oauth().deny(target).toString());
    }
  }
}
