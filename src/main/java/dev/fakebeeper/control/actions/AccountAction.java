package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewAccount;
import dev.fakebeeper.control.Sends.Plan;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What happens to accounts, to tokens, and to messages on their way out. */
public sealed interface AccountAction extends Action {

  /** The owner signs in with a further account. */
  record Add(String accountId, NewAccount account) implements AccountAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.others().addAccount(account);
      return Outcome.made("accountID", accountId);
    }
  }

  /**
   * The connection of an account changes.
   *
   * @param status as the API spells it
   * @param statusText for people, null for none
   */
  record Status(String accountId, String status, @Nullable String statusText)
      implements AccountAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.others().accountStatus(accountId, status, statusText);
      return Outcome.NOTHING;
    }
  }

  /** An account goes, and its chats with it. */
  record Remove(String accountId) implements AccountAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.others().removeAccount(accountId);
      return Outcome.NOTHING;
    }
  }

  /**
   * Messages that the client sends go another way from now on.
   *
   * @param accountId for sends of one account, null for all or when a chat is named
   * @param chatId for sends into one chat, null otherwise
   * @param change the steps of the plan that change
   */
  record PlanSends(@Nullable String accountId, @Nullable String chatId, UnaryOperator<Plan> change)
      implements AccountAction {
    @Override
    public Outcome run(FakeWorld world) {
      if (chatId != null) {
        world.sends().in(chatId, change);
      } else if (accountId != null) {
        world.sends().on(accountId, change);
      } else {
        world.sends().everywhere(change);
      }
      return Outcome.NOTHING;
    }
  }

  /** The next step of a send is done now; for plans whose steps wait to be called for. */
  record StepSend(String pendingMessageId) implements AccountAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.sends().step(pendingMessageId);
      return Outcome.NOTHING;
    }
  }

  /**
   * A token is taken back.
   *
   * @param token null for the world's first one
   */
  record RevokeToken(@Nullable String token) implements AccountAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.revokeToken(token == null ? world.token() : token);
      return Outcome.NOTHING;
    }

    /** Never the secret. */
    @Override
    public String toString() {
      return "RevokeToken[]";
    }
  }
}
