package dev.fakebeeper.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.world.AccountStatus;
import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatType;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.Seen;
import dev.fakebeeper.world.SendStatus;
import dev.fakebeeper.world.WorldState;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultWorldTest {
  private static final WorldState WORLD =
      StartingWorlds.load("default", StartingWorlds.FROZEN_START, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-06-15T09:30:00Z",
        "2026-06-15T00:00:01Z",
        "2026-06-15T23:59:59Z",
        "2028-02-29T04:00:00.123456Z"
      })
  void counts_and_order_agree_whenever_it_begins(String instant) {
    var now = Instant.parse(instant);

    WorldInvariants.assertHold(StartingWorlds.load("default", now, 3), now);
  }

  @Test
  void it_has_forty_chats_and_fifteen_hundred_messages() {
    assertThat(WORLD.chats()).hasSize(40);
    assertThat(messages()).hasSize(1_500);
  }

  @Test
  void the_newest_activity_is_minutes_ago() {
    var newest = WORLD.chats().values().stream().map(Chat::lastActivity).toList();

    assertThat(newest).contains(StartingWorlds.FROZEN_START.minusSeconds(4 * 60));
  }

  @Test
  void its_accounts_are_on_many_networks_and_one_must_reconnect() {
    var accounts = WORLD.accounts().values();

    assertThat(accounts.stream().map(account -> account.bridge().type()))
        .doesNotHaveDuplicates()
        .contains("matrix", "whatsapp", "imessage", "discordgo", "slackgo", "instagramgo");
    assertThat(accounts)
        .filteredOn(account -> account.status() == AccountStatus.RECONNECT_REQUIRED)
        .singleElement()
        .satisfies(account -> assertThat(account.statusText()).isNotBlank());
    assertThat(WORLD.networks()).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void every_account_of_a_person_names_them_differently_from_the_sender_of_their_messages() {
    assertThat(WORLD.accounts().values())
        .allSatisfy(one -> assertThat(one.user().id()).isNotEqualTo(one.selfUserId()));
  }

  @Test
  void it_has_a_chat_of_every_condition() {
    has("archived", Chat::archived);
    has("muted", Chat::muted);
    has("pinned", Chat::pinned);
    has("low priority", Chat::lowPriority);
    has("read only", Chat::readOnly);
    has("unread", chat -> chat.unreadCount() > 0);
    has("mentioned in", chat -> chat.unreadMentionsCount() > 0);
    has("marked unread", Chat::markedUnread);
    has("draft", chat -> chat.draft() != null);
    has("reminder", chat -> chat.reminder() != null);
    has("snoozed", chat -> chat.snooze() != null);
    has("disappearing", chat -> chat.messageExpirySeconds() != null);
    has("labelled", chat -> !chat.labelIds().isEmpty());
    has("described", chat -> chat.description() != null);
    has("picture", chat -> chat.imgUrl() != null);
    has("no activity", chat -> chat.lastActivity() == null);
    has("a group of 120", chat -> chat.participants().size() == 120);
    has("bot", chat -> chat.participants().stream().anyMatch(Participant::networkBot));
    has("invited", chat -> chat.participants().stream().anyMatch(Participant::pending));
    has("iMessage-like id", chat -> chat.id().startsWith("imsg##thread:any;-;+1555"));
    has("note to self", chat -> chat.participants().size() == 1);
    has("emoji title", chat -> chat.title().equals("🎲🍕✨"));
    has("right-to-left title", chat -> chat.title().codePoints().anyMatch(c -> c == 'ن'));
    has("title with % and #", chat -> chat.title().contains("#") && chat.title().contains("%"));
  }

  @Test
  void two_people_bear_the_same_title() {
    assertThat(WORLD.chats().values()).filteredOn(chat -> chat.title().equals("Mira")).hasSize(2);
  }

  @Test
  void a_merged_chat_and_its_members_name_each_other() {
    var merged = find(chat -> chat.merge() != null);
    var members = merged.merge().chatIds().stream().map(WORLD::requireChat).toList();

    assertThat(members).hasSize(2);
    assertThat(members).allSatisfy(one -> assertThat(one.mergedInto()).isEqualTo(merged.id()));
    assertThat(WORLD.logOf(merged).size()).isZero();
    assertThat(merged.lastActivity()).isEqualTo(members.get(0).lastActivity());
  }

  @Test
  void it_has_messages_of_every_type_and_condition() {
    assertThat(messages().map(Message::type)).contains(MessageType.values());
    assertThat(messages().map(Message::sendStatus).filter(status -> status != null))
        .extracting(SendStatus::state)
        .contains(SendStatus.State.values());
    assertThat(messages().map(Message::seen).filter(seen -> seen != null))
        .hasAtLeastOneElementOfType(Seen.Flag.class)
        .hasAtLeastOneElementOfType(Seen.At.class)
        .hasAtLeastOneElementOfType(Seen.ByParticipant.class);
    any("edited", message -> message.editCount() > 1);
    any("tombstone", Message::deleted);
    any("hidden", Message::hidden);
    any("reply", message -> message.linkedMessageId() != null);
    any("link preview", message -> !message.links().isEmpty());
    any("reacted to", message -> message.reactions().size() > 3);
    any("custom emoji", m -> m.reactions().stream().anyMatch(r -> !r.emoji()));
    any("mention of the room", message -> message.mentions().ids().contains("@room"));
    any("mentions unknown", message -> !message.mentions().known());
    any("delivered", m -> m.sendStatus() != null && !m.sendStatus().deliveredTo().isEmpty());
    any("markup", m -> m.html() != null && m.html().contains("<b>"));
    any("escaped", m -> m.html() != null && m.html().contains("&lt;everything&gt; &amp; &quot;"));
    any("pending", message -> message.pendingId() != null);
  }

  @Test
  void it_has_attachments_of_every_kind() {
    assertThat(attachments().map(Attachment::kind)).contains(Attachment.Kind.values());
    assertThat(attachments()).anyMatch(Attachment::gif);
    assertThat(attachments()).anyMatch(Attachment::sticker);
    assertThat(attachments()).anyMatch(one -> one.voiceNote() && one.transcription() != null);
    assertThat(attachments()).anyMatch(one -> one.posterImg() != null);
    assertThat(attachments()).anyMatch(one -> one.size() != null);
    assertThat(attachments().map(Attachment::mimeType))
        .contains("image/png", "image/jpeg", "image/gif", "image/webp", "video/mp4")
        .contains("audio/ogg", "audio/mpeg", "audio/wav", "application/pdf", "text/plain");
  }

  @Test
  void one_asset_is_gone_and_all_others_have_bytes() {
    assertThat(WORLD.assets().values())
        .filteredOn(asset -> asset.content() == null)
        .singleElement()
        .satisfies(asset -> assertThat(asset.fileName()).isEqualTo("IMG_0003.jpg"));
  }

  @Test
  void the_sort_keys_of_one_chat_change_their_width() {
    assertThat(widths("Nayeli Kestrelson")).containsExactly(3, 4);
    assertThat(widths("Book swap")).containsExactly(4, 5);
  }

  @Test
  void disappearing_messages_will_disappear_and_plans_are_timers() {
    assertThat(WORLD.timers().all().values().toString())
        .contains("MessageExpiry", "ReminderDue", "SnoozeEnd");
  }

  @Test
  void an_id_is_never_given_out_twice() {
    var newest = messages().mapToLong(message -> Long.parseLong(message.id())).max().orElseThrow();
    var keys = messages().mapToLong(Message::sortKey).max().orElseThrow();

    assertThat(WORLD.ids().lastMessageId()).isGreaterThanOrEqualTo(newest);
    assertThat(WORLD.ids().lastSortKey()).isGreaterThanOrEqualTo(keys);
  }

  @Test
  void direct_chats_are_direct() {
    assertThat(WORLD.chats().values())
        .filteredOn(chat -> chat.type() == ChatType.SINGLE)
        .allSatisfy(chat -> assertThat(chat.participants()).hasSizeLessThanOrEqualTo(2));
  }

  private static List<Integer> widths(String title) {
    var chat = find(one -> one.title().equals(title));
    return WorldInvariants.messages(WORLD, chat).stream()
        .map(message -> Long.toString(message.sortKey()).length())
        .distinct()
        .toList();
  }

  private static void has(String what, Predicate<Chat> condition) {
    assertThat(WORLD.chats().values()).as(what).anyMatch(condition);
  }

  private static void any(String what, Predicate<Message> condition) {
    assertThat(messages()).as(what).anyMatch(condition);
  }

  private static Chat find(Predicate<Chat> condition) {
    return WORLD.chats().values().stream().filter(condition).findFirst().orElseThrow();
  }

  private static Stream<Message> messages() {
    return WORLD.chats().values().stream()
        .flatMap(chat -> WorldInvariants.messages(WORLD, chat).stream());
  }

  private static Stream<Attachment> attachments() {
    return messages().flatMap(message -> message.attachments().stream());
  }
}
