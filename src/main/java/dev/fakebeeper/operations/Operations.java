package dev.fakebeeper.operations;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.world.json.ChatJson;
import dev.fakebeeper.world.json.LoginSessionJson;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;

/** The table of contents of this package: which class answers which operation. */
public final class Operations {
  private Operations() {}

  /**
   * Every stateful operation with what answers it.
   *
   * @param contract the build of the API that is served
   * @param media where files for clients are kept; closed by its maker
   */
  public static OperationRegistry of(
      OperationsSettings settings, Contract contract, MediaFolder media) {
    var handlers = new OperationRegistry.Builder();
    var shown = new Shown(contract::shows);
    addAccounts(handlers, shown);
    addBridges(handlers, contract);
    addChats(handlers, shown, settings, contract);
    addMessages(handlers, shown, contract, settings);
    addSearch(handlers, shown, settings);
    addAssets(handlers, media, settings);
    addApp(handlers, contract);
    addSetup(handlers);
    addOAuth(handlers, contract);
    return handlers.build(settings);
  }

  private static void addAccounts(OperationRegistry.Builder handlers, Shown shown) {
    var accounts = new AccountsOperations(shown);
    var contacts = new ContactsOperations(shown);
    handlers
        .add("getAccounts", accounts::list)
        .add("getAccount", accounts::get)
        .add("searchContacts", contacts::search)
        .add("listContacts", contacts::list);
  }

  private static void addBridges(OperationRegistry.Builder handlers, Contract contract) {
    var bridges = new BridgesOperations(contract::shows);
    var codes =
        contract.version().isAtLeast("4.3.89")
            ? LoginSessionJson.Codes.SHOWN
            : LoginSessionJson.Codes.IN_INSTRUCTIONS;
    var sessions = new LoginSessionsOperations(new LoginSessionJson(contract::shows, codes));
    handlers
        .add("listBridges", bridges::list)
        .add("getBridge", bridges::get)
        .add("getBridgeCapabilities", bridges::capabilities)
        .add("listBridgeLoginFlows", bridges::flows)
        .add("listBridgeLogins", bridges::logins)
        .add("getBridgeLogin", bridges::login)
        .add("removeBridgeLogin", bridges::remove)
        .add("createLoginSession", sessions::create)
        .add("getLoginSession", sessions::get)
        .add("cancelLoginSession", sessions::cancel)
        .add("submitLoginStep", sessions::submit);
  }

  private static void addChats(
      OperationRegistry.Builder handlers,
      Shown shown,
      OperationsSettings settings,
      Contract contract) {
    var chats = new ChatsOperations(shown, settings, participants(contract));
    var opening = new ChatOpening(shown, contract.version());
    var reminders = new RemindersOperations();
    handlers
        .add("listChats", chats::list)
        .add("searchChats", chats::search)
        .add("getChat", chats::get)
        .add("patchChat", chats::patch)
        .add("archiveChat", chats::archive)
        .add("markChatRead", chats::markRead)
        .add("markChatUnread", chats::markUnread)
        .add("notifyAnyway", chats::notifyAnyway)
        .add("createChat", opening::create)
        .add("startChat", opening::start)
        .add("setChatReminder", reminders::set)
        .add("clearChatReminder", reminders::clear)
        .add("listLabels", new LabelsOperations(shown)::list);
  }

  /**
   * Older builds showed all participants by default (documented; in which build that changed is
   * inferred).
   */
  private static int participants(Contract contract) {
    return contract.version().isAtLeast("4.2.808") ? ChatJson.PARTICIPANTS_BY_DEFAULT : -1;
  }

  private static void addSearch(
      OperationRegistry.Builder handlers, Shown shown, OperationsSettings settings) {
    var search = new SearchOperations(shown, settings);
    handlers.add("searchMessages", search::messages).add("search", search::everything);
  }

  private static void addMessages(
      OperationRegistry.Builder handlers,
      Shown shown,
      Contract contract,
      OperationsSettings settings) {
    var messages = new MessagesOperations(shown, contract, settings);
    var reactions = new ReactionsOperations();
    handlers
        .add("listMessages", messages::list)
        .add("sendMessage", messages::send)
        .add("getMessage", messages::get)
        .add("editMessage", messages::edit)
        .add("deleteMessage", messages::delete)
        .add("addReaction", reactions::add)
        .add("removeReaction", reactions::remove);
  }

  private static void addAssets(
      OperationRegistry.Builder handlers, MediaFolder media, OperationsSettings settings) {
    var assets = new AssetsOperations(media, settings);
    var uploads = new UploadsOperations(media, UploadsOperations.MAX_BYTES);
    handlers
        .add("downloadAsset", assets::download)
        .add("serveAsset", assets::serve)
        .add("uploadAsset", uploads::multipart)
        .add("uploadAssetBase64", uploads::base64);
  }

  private static void addApp(OperationRegistry.Builder handlers, Contract contract) {
    var info = new InfoOperations(contract);
    handlers
        .add("focusApp", new FocusOperations()::focus)
        .add("getInfo", info::info)
        .add("getSpec", info::spec)
        .add("getOAuthAuthorizationServerMetadata", info::oauthMetadata)
        .add("getOAuthProtectedResourceMetadata", info::protectedResource);
  }

  private static void addOAuth(OperationRegistry.Builder handlers, Contract contract) {
    var oauth = new OAuthOperations(new AppFacts(contract.version().toString()));
    var consent = new ConsentOperations();
    handlers
        .add("oauth_register_client", oauth::register)
        .add("oauth_authorize", consent::authorize)
        .add("oauth_authorize_callback", consent::callback)
        .add("oauth_token", oauth::token)
        .add("oauth_introspect_token", oauth::introspect)
        .add("oauth_revoke_token", oauth::revoke)
        .add("oauth_get_user_info", oauth::userInfo);
  }

  private static void addSetup(OperationRegistry.Builder handlers) {
    var setup = new SetupOperations();
    var verifications = new VerificationsOperations();
    handlers
        .add("appSetupRetrieve", setup::retrieve)
        .add("appSetupStart", setup::start)
        .add("appSetupEmail", setup::email)
        .add("appSetupResponse", setup::response)
        .add("appSetupRegister", setup::register)
        .add("appSetupVerificationRecoveryKey", setup::verifyKey)
        .add("appSetupVerificationRecoveryKeyReset", setup::resetKey)
        .add("appSetupVerificationRecoveryKeyResetConfirm", setup::confirmKey)
        .add("appSetupVerificationsList", verifications::list)
        .add("appSetupVerificationsCreate", verifications::create)
        .add("appSetupVerificationsQRScan", verifications::scan)
        .add("appSetupVerificationsGet", verifications::get)
        .add("appSetupVerificationsAccept", verifications::accept)
        .add("appSetupVerificationsCancel", verifications::cancel)
        .add("appSetupVerificationsQRConfirmScanned", verifications::confirmScanned)
        .add("appSetupVerificationsSASStart", verifications::startSas)
        .add("appSetupVerificationsSASConfirm", verifications::confirmSas);
  }

  /**
   * Stops the start when code and document have moved apart: every operation of the bundled
   * contract has a handler, and every handler has an operation. (An operation of a document of the
   * user's own may have none: it answers an example.)
   *
   * @throws IllegalStateException with the whole list
   */
  public static void requireFit(OperationRegistry registry, Contract bundled) {
    var declared = new TreeSet<String>();
    bundled.operations().forEach(operation -> declared.add(operation.id()));
    var problems = new ArrayList<String>();
    difference(declared, registry.stateful())
        .forEach(id -> problems.add("operation without a handler: " + id));
    difference(registry.stateful(), declared)
        .forEach(id -> problems.add("handler without an operation in the contract: " + id));
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "The implementation does not fit the contract:\n  " + String.join("\n  ", problems));
    }
  }

  private static Set<String> difference(Set<String> ids, Set<String> others) {
    var difference = new TreeSet<>(ids);
    difference.removeAll(others);
    return difference;
  }
}
