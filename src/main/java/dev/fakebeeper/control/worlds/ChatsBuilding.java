package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatType;
import dev.fakebeeper.world.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;

/**
 * Makes the chats of a plan. Ids come first, because a merged chat and its members name each other.
 * Used once, by one thread.
 */
final class ChatsBuilding {
  private static final int SPEAKERS_IN_A_CROWD = 12;

  private final WorldPlan plan;
  private final SmallTalk smallTalk;
  private final Transaction transaction;
  private final Map<String, Cast.Of> accounts;
  private final Map<String, ChatPlan> byKey = new LinkedHashMap<>();
  private final IdentityHashMap<ChatPlan, String> ids = new IdentityHashMap<>();
  private final Map<String, String> mergedInto = new HashMap<>();
  private long chatsSaid;

  ChatsBuilding(WorldPlan plan, Transaction transaction, Map<String, Cast.Of> accounts) {
    this.plan = plan;
    this.smallTalk = new SmallTalk(plan.talk());
    this.transaction = transaction;
    this.accounts = accounts;
  }

  void all() {
    plan.chats().forEach(this::name);
    plan.chats().forEach(this::noteMembers);
    plan.chats().stream().filter(chat -> chat.merge().isEmpty()).forEach(this::build);
    plan.chats().stream().filter(chat -> !chat.merge().isEmpty()).forEach(this::build);
  }

  private void name(ChatPlan chat) {
    var key = chat.key();
    var twin = key == null ? null : byKey.putIfAbsent(key, chat);
    if (twin != null) {
      throw new SourceException(
          chat.place(),
          "There are two chats with the key \"" + key + "\"",
          "The other stands in line " + twin.place().line(),
          "Give one of them another key");
    }
    ids.put(chat, id(chat));
  }

  private String id(ChatPlan chat) {
    var text = transaction.newText(10);
    if (chat.id() != null) {
      return chat.id();
    }
    var cast = of(chat).cast();
    var patterns = cast.network().ids();
    var other = chat.firstOther();
    if (chat.typeOrUsual() == ChatType.GROUP || other.isEmpty()) {
      return cast.slots(null, text).fill(patterns.group());
    }
    return cast.slots(other.get().in(plan.people(), "person"), text).fill(patterns.chat());
  }

  private void noteMembers(ChatPlan merged) {
    for (var member : merged.merge()) {
      var chat = member.in(byKey, "chat");
      if (!chat.merge().isEmpty()) {
        throw new SourceException(
            member.place(),
            "The chat \"" + member.key() + "\" is itself merged",
            "A merged chat consists of ordinary ones",
            "Name the chats that it consists of");
      }
      mergedInto.put(requireId(chat), requireId(merged));
    }
  }

  private void build(ChatPlan chat) {
    var id = requireId(chat);
    if (transaction.state().chats().containsKey(id)) {
      throw new SourceException(
          chat.place(),
          "There are two chats with the id \"" + id + "\"",
          "Ids are unique in a world; a network may derive them from the people",
          "Set \"id\" in one of them");
    }
    var scene = new Scene(plan, transaction, of(chat), chat);
    var messages = new MessagesBuilding(scene, id).all(said(chat));
    var ties = new ChatBuilding.Ties(merge(chat), mergedInto.get(id), mergedActivity(chat));
    new ChatBuilding(scene).store(id, messages, ties);
  }

  /** The invented messages, then the written ones. */
  private List<MessagePlan> said(ChatPlan chat) {
    var generate = chat.generate();
    if (generate == null) {
      return chat.messages();
    }
    // Not the world's seed: the same file says the same in every world.
    var seed = ++chatsSaid * 1_000_003 + generate.messages();
    var all = new ArrayList<>(smallTalk.messages(generate, speakers(chat, generate), seed));
    all.addAll(chat.messages());
    return all;
  }

  private static List<Ref> speakers(ChatPlan chat, GeneratePlan generate) {
    if (!generate.people().isEmpty()) {
      return generate.people();
    }
    var speakers = new ArrayList<Ref>();
    chat.members().stream().map(ChatPlan.MemberPlan::who).forEach(speakers::add);
    for (var number = 0; number < Math.min(chat.crowd(), SPEAKERS_IN_A_CROWD); number++) {
      speakers.add(new Ref(generate.place(), Talk.crowdKey(number)));
    }
    if (speakers.stream().noneMatch(who -> who.key().equals("me"))) {
      speakers.add(new Ref(generate.place(), "me"));
    }
    return speakers;
  }

  private Chat.@Nullable Merge merge(ChatPlan chat) {
    if (chat.merge().isEmpty()) {
      return null;
    }
    List<String> members =
        chat.merge().stream().map(ref -> requireId(ref.in(byKey, "chat"))).toList();
    var main = chat.mergeDefault();
    return new Chat.Merge(
        TreePVector.from(members), main == null ? null : requireId(main.in(byKey, "chat")));
  }

  /** A merged chat holds no messages; it is as recent as its most recent member. */
  private @Nullable Instant mergedActivity(ChatPlan chat) {
    return chat.merge().stream()
        .map(ref -> transaction.state().requireChat(requireId(ref.in(byKey, "chat"))))
        .map(Chat::lastActivity)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private Cast.Of of(ChatPlan chat) {
    return chat.account().in(accounts, "account");
  }

  private String requireId(ChatPlan chat) {
    return Objects.requireNonNull(ids.get(chat));
  }
}
