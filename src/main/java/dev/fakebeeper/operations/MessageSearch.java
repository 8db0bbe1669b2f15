package dev.fakebeeper.operations;

import dev.fakebeeper.contract.Parameters;
import dev.fakebeeper.world.MessageQuery;
import dev.fakebeeper.world.TimeRange;
import dev.fakebeeper.world.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the parameters of a message search ask for. */
final class MessageSearch {
  private final Words.Match match;

  /**
   * A search.
   *
   * @param match whole words by default, as the documents speak of exact words; a compatible server
   *     finds parts of words
   */
  MessageSearch(OperationsSettings.WordMatch match) {
    this.match =
        match == OperationsSettings.WordMatch.WHOLE_WORD
            ? Words.Match.WHOLE_WORD
            : Words.Match.SUBSTRING;
  }

  /** Words alone, all else at its default. */
  MessageQuery query(String words) {
    return MessageQuery.DEFAULT.withWords(Words.of(words, match));
  }

  /** The filters. */
  MessageQuery query(Parameters parameters) {
    return new MessageQuery(
        Words.of(parameters.text("query").orElse(""), match),
        parameters
            .text("sender")
            .map(MessageSearch::sender)
            .orElse(new MessageQuery.Sender.Anyone()),
        TimeRange.between(
            parameters.instant("dateAfter").orElse(null),
            parameters.instant("dateBefore").orElse(null)),
        media(parameters.list("mediaTypes")),
        parameters.text("chatType").map(ChatSearch::type).orElse(null),
        parameters.bool("excludeLowPriority").orElse(true)
            ? MessageQuery.LowPriority.EXCLUDED
            : MessageQuery.LowPriority.INCLUDED,
        ChatSearch.muted(parameters),
        parameters.list("chatIDs"),
        parameters.list("accountIDs"));
  }

  private static MessageQuery.Sender sender(String sender) {
    return switch (sender) {
      case "me" -> new MessageQuery.Sender.Owner();
      case "others" -> new MessageQuery.Sender.Others();
      default -> new MessageQuery.Sender.Person(sender);
    };
  }

  private static Set<MessageQuery.Media> media(List<String> names) {
    return names.stream().map(MessageSearch::media).collect(Collectors.toUnmodifiableSet());
  }

  private static MessageQuery.Media media(String name) {
    return switch (name) {
      case "video" -> MessageQuery.Media.VIDEO;
      case "image" -> MessageQuery.Media.IMAGE;
      case "link" -> MessageQuery.Media.LINK;
      case "file" -> MessageQuery.Media.FILE;
      default -> MessageQuery.Media.ANY;
    };
  }
}
