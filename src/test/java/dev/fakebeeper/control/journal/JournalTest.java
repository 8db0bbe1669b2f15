package dev.fakebeeper.control.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.JsonFragment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JournalTest {

  private static Journal keeping(int entries, long bytes) {
    return AJournal.keeping(new JournalLimits(entries, bytes));
  }

  private static AnExchange info() {
    return AnExchange.of("GET", "/v1/info");
  }

  @Test
  void the_oldest_entries_give_way_and_are_counted() {
    var journal = keeping(100, Long.MAX_VALUE);

    for (var i = 0; i < 300; i++) {
      info().in(journal);
    }

    assertThat(journal.entries()).extracting(Entry::number).first().isEqualTo(201L);
    assertThat(journal.entries()).hasSize(100);
    assertThat(journal.dropped()).isEqualTo(200);
  }

  @Test
  void many_bytes_give_way_as_many_entries_do() {
    var journal = keeping(1_000, 100_000);
    var body = new byte[10_000];

    for (var i = 0; i < 30; i++) {
      AnExchange.of("POST", "/v1/assets/upload").body(body).in(journal);
    }

    assertThat(journal.entries()).hasSizeBetween(6, 10);
    assertThat(journal.dropped()).isEqualTo(30 - journal.entries().size());
  }

  @Test
  void pages_that_show_the_same_entities_share_them() {
    var journal = keeping(1_000, 500_000);
    var shown = List.of(JsonFragment.of(TextNode.valueOf("x".repeat(100_000))));
    var page = new Body.Page(shown, JsonNodeFactory.instance.objectNode());

    for (var i = 0; i < 100; i++) {
      info().answered(ApiResponse.ok(page)).in(journal);
    }

    assertThat(journal.dropped()).isZero();
  }

  @Test
  void of_a_huge_body_only_the_beginning_is_kept_and_listeners_see_it_whole() {
    var journal = keeping(10, 1_000_000);
    var heard = new ArrayList<Entry>();
    journal.listen(heard::add);
    var body = new byte[5_000_000];

    AnExchange.of("POST", "/v1/assets/upload").body(body).in(journal);

    var kept = journal.exchanges().get(0);
    assertThat(kept.request().body()).hasSize(4_096);
    assertThat(kept.requestBytes()).isEqualTo(5_000_000);
    assertThat(((Exchange) heard.get(0)).request().body()).hasSize(5_000_000);
  }

  @Test
  void a_journal_that_is_off_keeps_nothing_and_still_tells() {
    var journal = AJournal.keeping(JournalLimits.OFF);
    info().in(journal);
    var heard = new ArrayList<Entry>();

    journal.listen(heard::add);
    info().in(journal);

    assertThat(heard).hasSize(1);
    assertThat(journal.entries()).isEmpty();
    assertThat(journal.dropped()).isZero();
  }

  @Test
  void nobody_hears_of_what_comes_after_he_left() {
    var journal = AJournal.empty();
    var heard = new ArrayList<Entry>();
    Consumer<Entry> listener = heard::add;
    journal.listen(listener);
    info().in(journal);

    journal.forget(listener);
    info().in(journal);

    assertThat(heard).hasSize(1);
  }

  @Test
  void a_cleared_journal_has_dropped_nothing_and_goes_on_counting() {
    var journal = keeping(1, Long.MAX_VALUE);
    info().in(journal);
    info().in(journal);

    journal.clear();
    info().in(journal);

    assertThat(journal.dropped()).isZero();
    assertThat(journal.entries()).extracting(Entry::number).containsExactly(3L);
  }

  @Test
  void eight_threads_write_without_a_gap() throws Exception {
    var journal = keeping(100_000, Long.MAX_VALUE);
    var told = Collections.synchronizedList(new ArrayList<Entry>());
    journal.listen(told::add);
    var threads = Executors.newFixedThreadPool(8);
    var start = new CountDownLatch(1);
    for (var i = 0; i < 8; i++) {
      threads.execute(() -> writeAtOnce(journal, start));
    }

    start.countDown();
    threads.shutdown();

    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    var numbers = LongStream.rangeClosed(1, 8_000).boxed().toList();
    assertThat(journal.entries()).extracting(Entry::number).isEqualTo(numbers);
    assertThat(told).extracting(Entry::number).containsExactlyInAnyOrderElementsOf(numbers);
  }

  private static void writeAtOnce(Journal journal, CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    for (var i = 0; i < 1_000; i++) {
      info().in(journal);
    }
  }

  @Test
  void limits_that_no_journal_can_keep_to_are_refused() {
    assertThatThrownBy(() -> new JournalLimits(-1, 1))
        .hasMessage("entries (-1) must be 0 or more; 0 keeps nothing");
    assertThatThrownBy(() -> new JournalLimits(1, 0)).hasMessage("bytes (0) must be positive");
  }
}
