package dev.fakebeeper.control.state;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.AppState;
import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.Bridge;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatDraft;
import dev.fakebeeper.world.LoginSession;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.Outgoing;
import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.RemoveScope;
import dev.fakebeeper.world.Send;
import dev.fakebeeper.world.SendStatus;
import dev.fakebeeper.world.SetupRequest;
import dev.fakebeeper.world.Timer;
import dev.fakebeeper.world.Upload;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.Verification;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How members and constants are spelled: as the vendor spells them where it has them, otherwise as
 * in Java with {@code ID}, {@code URL} and {@code URI} in capitals. A file that was written once
 * must stay readable, so a name that changes in Java gets its old spelling here; a test pins them
 * all.
 */
final class Names extends PropertyNamingStrategy {
  private static final long serialVersionUID = 1;

  private static final Map<Class<?>, Map<String, String>> SPECIAL =
      Map.ofEntries(
          entry(Account.class, Map.of("id", "accountID")),
          entry(AppState.class, Map.of("step", "state", "identity", "matrix")),
          entry(SetupRequest.class, Map.of("id", "setupRequestID")),
          entry(Verification.class, Map.of("stage", "state", "failure", "error")),
          entry(
              Attachment.class,
              Map.of(
                  "kind",
                  "type",
                  "gif",
                  "isGif",
                  "sticker",
                  "isSticker",
                  "voiceNote",
                  "isVoiceNote")),
          entry(Attachment.Transcription.class, Map.of("text", "transcription")),
          entry(
              Chat.class,
              Map.of(
                  "localId", "localChatID",
                  "readOnly", "isReadOnly",
                  "lastReadSortKey", "lastReadMessageSortKey",
                  "markedUnread", "isMarkedUnread",
                  "archived", "isArchived",
                  "muted", "isMuted",
                  "pinned", "isPinned",
                  "lowPriority", "isLowPriority",
                  "mergedInto", "mergedIntoChatID")),
          entry(Chat.Snooze.class, Map.of("until", "snoozeUntil", "since", "userSnoozedAt")),
          entry(ChatDraft.class, Map.of("html", "text")),
          entry(
              ChatDraft.DraftAttachment.class,
              Map.of("kind", "type", "duration", "audioDurationSeconds")),
          entry(
              Message.class,
              Map.of(
                  "pendingId", "pendingMessageID",
                  "html", "text",
                  "editedAt", "editedTimestamp",
                  "fromOwner", "isSender",
                  "hidden", "isHidden",
                  "deleted", "isDeleted")),
          entry(Bridge.class, Map.of("provisioning", "capabilities")),
          entry(LoginSession.class, Map.of("id", "loginSessionID", "stage", "status")),
          entry(Message.Reaction.class, Map.of("key", "reactionKey")),
          entry(Outgoing.class, Map.of("html", "text", "replyTo", "replyToMessageID")),
          entry(
              Participant.class,
              Map.of("admin", "isAdmin", "pending", "isPending", "networkBot", "isNetworkBot")),
          entry(Send.class, Map.of("pendingId", "pendingMessageID")),
          entry(
              SendStatus.class,
              Map.of("state", "status", "at", "timestamp", "deliveredTo", "deliveredToUsers")),
          entry(Timer.SendStep.class, Map.of("pendingId", "pendingMessageID")),
          entry(Upload.class, Map.of("id", "uploadID")),
          entry(User.class, Map.of("self", "isSelf")));

  private static final Set<Class<?>> IN_CAPITALS =
      Set.of(MessageType.class, SendStatus.State.class);
  private static final Set<Class<?>> WITH_HYPHENS =
      Set.of(Account.Provider.class, AppState.Step.class, RemoveScope.class);

  /** The member for a component of a record. */
  private static String of(Class<?> owner, String component) {
    var special = SPECIAL.getOrDefault(owner, Map.of()).get(component);
    return special == null
        ? component
            .replaceFirst("Id(s?)$", "ID$1")
            .replaceFirst("Url$", "URL")
            .replaceFirst("Uri(s?)$", "URI$1")
        : special;
  }

  /** The text for a constant. */
  static String of(Enum<?> constant) {
    var type = constant.getDeclaringClass();
    if (IN_CAPITALS.contains(type)) {
      return constant.name();
    }
    var lower = constant.name().toLowerCase(Locale.ROOT);
    return WITH_HYPHENS.contains(type) ? lower.replace('_', '-') : lower;
  }

  /** The value of {@code type} for one of the records of a closed family. */
  static String of(Class<?> member) {
    var name = member.getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  @Override
  public String nameForConstructorParameter(
      MapperConfig<?> config, AnnotatedParameter parameter, String component) {
    return of(parameter.getDeclaringClass(), component);
  }

  @Override
  public String nameForField(MapperConfig<?> config, AnnotatedField field, String component) {
    return of(field.getDeclaringClass(), component);
  }

  @Override
  public String nameForGetterMethod(
      MapperConfig<?> config, AnnotatedMethod method, String component) {
    return of(method.getDeclaringClass(), component);
  }
}
