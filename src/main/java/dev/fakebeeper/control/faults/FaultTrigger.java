package dev.fakebeeper.control.faults;

import dev.fakebeeper.contract.JsonEdit;
import dev.fakebeeper.contract.Variation;
import dev.fakebeeper.contract.VariationWish;
import dev.fakebeeper.world.WorldState;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a fault strikes: which calls match, and which of those it strikes. The methods that name an
 * effect make the {@link Fault}. Immutable: each method gives a changed copy.
 *
 * @param reach which operations
 * @param chatId only calls about this chat, by id or local id; null for any
 * @param accountId only calls about this account or one of its chats; null for any
 * @param window only calls in this time
 * @param count which of the matching calls, by number
 * @param probability how likely each of those is struck, above 0 to 1
 */
@RecordBuilder
public record FaultTrigger(
    Reach reach,
    @Nullable String chatId,
    @Nullable String accountId,
    Window window,
    Count count,
    double probability)
    implements FaultTriggerBuilder.With {

  /** Decides what a variation leaves to choose; the same for all, so that two runs are alike. */
  static final long VARIATION_SEED = 1;

  /** Checks the probability. */
  public FaultTrigger {
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability (" + probability + ") must be above 0 and at most 1");
    }
  }

  static FaultTrigger of(Reach reach) {
    return new FaultTrigger(reach, null, null, Window.ALWAYS, new Count.Always(), 1);
  }

  // ---- which calls match

  /** Only calls about a chat, named by id or local id in path, query or body. */
  public FaultTrigger inChat(String id) {
    return withChatId(id);
  }

  /** Only calls about an account, or about one of its chats. */
  public FaultTrigger onAccount(String id) {
    return withAccountId(id);
  }

  /** Only while so much time has passed on the world's clock since the fault was planned. */
  public FaultTrigger during(Duration from, Duration to) {
    return withWindow(new Window(new Window.Since(from), new Window.Since(to)));
  }

  /** Only between two instants of the world's clock. */
  public FaultTrigger during(Instant from, Instant to) {
    return withWindow(new Window(new Window.At(from), new Window.At(to)));
  }

  // ---- which of them are struck

  /** Only the n-th call that matches; the first is 1. */
  public FaultTrigger nth(long number) {
    return withCount(new Count.Nth(number));
  }

  /** Only the first calls that match. */
  public FaultTrigger first(long number) {
    return withCount(new Count.First(number));
  }

  /** Every n-th call that matches. */
  public FaultTrigger every(long number) {
    return withCount(new Count.Every(number));
  }

  /** All calls that match but the first ones. */
  public FaultTrigger after(long number) {
    return withCount(new Count.After(number));
  }

  /**
   * Only some of the calls that would be struck. Which ones follows from the world's seed, the name
   * of the fault and the number of the call, so two runs of a test give the same.
   *
   * @param chance above 0, at most 1
   */
  public FaultTrigger probability(double chance) {
    return withProbability(chance);
  }

  // ---- effects

  /** An effect of the family. */
  public Fault with(FaultEffect effect) {
    return new Fault(null, this, effect);
  }

  /** The vendor's error of a status, in the usual words; the operation is not performed. */
  public Fault error(int status) {
    return with(VendorError.of(status));
  }

  /** The vendor's error of a status, after the operation was performed. */
  public Fault errorAfterCommit(int status) {
    return with(VendorError.of(status).afterCommit());
  }

  /** An error in the vendor's envelope. */
  public Fault error(VendorError error) {
    return with(error);
  }

  /** 429 for the calls that are struck, without a hint when to come back. */
  public Fault rateLimit() {
    return with(RateLimit.once());
  }

  /** 429 as a limit says. */
  public Fault rateLimit(RateLimit limit) {
    return with(limit);
  }

  /** The operation runs, and answers, after a span of the world's clock. */
  public Fault delay(Duration span) {
    return with(new FaultEffect.Delay(span, Point.BEFORE_COMMIT));
  }

  /** The operation runs at once; its answer comes after a span of the world's clock. */
  public Fault delayAfterCommit(Duration span) {
    return with(new FaultEffect.Delay(span, Point.AFTER_COMMIT));
  }

  /** No answer ever comes. Ends when the client goes, the fault is removed, the world resets. */
  public Fault hang() {
    return with(new FaultEffect.Hang(Point.BEFORE_COMMIT));
  }

  /** The operation is performed, and its answer never comes. */
  public Fault hangAfterCommit() {
    return with(new FaultEffect.Hang(Point.AFTER_COMMIT));
  }

  /** The connection is reset; the operation is not performed. */
  public Fault resetBeforeCommit() {
    return with(new FaultEffect.Reset(Point.BEFORE_COMMIT));
  }

  /**
   * The operation is performed, then the connection is reset: a client that retries does it twice.
   */
  public Fault resetAfterCommit() {
    return with(new FaultEffect.Reset(Point.AFTER_COMMIT));
  }

  /** The connection is closed without a byte; the operation is not performed. */
  public Fault emptyReply() {
    return with(new FaultEffect.EmptyReply(Point.BEFORE_COMMIT));
  }

  /** The operation is performed, then the connection is closed without a byte. */
  public Fault emptyReplyAfterCommit() {
    return with(new FaultEffect.EmptyReply(Point.AFTER_COMMIT));
  }

  /** Half of the announced body, then the connection is closed. */
  public Fault truncate() {
    return with(new FaultEffect.Truncate());
  }

  /** JSON that breaks off in its middle, in an answer that is whole. */
  public Fault malform() {
    return with(new FaultEffect.Malform());
  }

  /** A body that does not end. */
  public Fault endless() {
    return with(new FaultEffect.Endless(FaultEffect.Endless.DEFAULT_MAX_BYTES));
  }

  /** The body in pieces of some bytes, with a span of the world's clock between two of them. */
  public Fault drip(int bytes, Duration every) {
    return with(new FaultEffect.Drip(bytes, every));
  }

  /** The answer under another Content-Type. */
  public Fault contentType(String type) {
    return with(new FaultEffect.ContentType(type));
  }

  /** Any answer at all. */
  public Fault answer(RawAnswer answer) {
    return with(answer);
  }

  /** The answer with a header added or changed. */
  public Fault header(String name, String value) {
    return with(new FaultEffect.OtherHeaders(Map.of(name, value), Set.of()));
  }

  /** The answer without a header. */
  public Fault withoutHeader(String name) {
    return with(new FaultEffect.OtherHeaders(Map.of(), Set.of(name)));
  }

  /** The answer varied by its schema: wherever possible, or at names and pointers of members. */
  public Fault vary(Variation variation, String... members) {
    return with(new FaultEffect.Vary(VariationWish.of(variation, VARIATION_SEED).at(members)));
  }

  /** The JSON of the answer edited, without asking the contract. */
  public Fault rewrite(JsonEdit... edits) {
    return with(new FaultEffect.Rewrite(List.of(edits)));
  }

  // ---- matching

  /** Whether a call is one of those that are counted. */
  boolean matches(FaultCall call, WorldState state) {
    return reach.has(call)
        && (chatId == null || call.isAboutChat(chatId, state))
        && (accountId == null || call.isAboutAccount(accountId, state));
  }

  /** In words, such as {@code the first 2 calls of listChats in the chat X}. */
  String describe() {
    var chat = chatId == null ? "" : " in the chat " + chatId;
    var account = accountId == null ? "" : " on the account " + accountId;
    var chance = probability == 1 ? "" : " with a probability of " + probability;
    return count.describe() + " " + reach.describe() + chat + account + window.describe() + chance;
  }
}
