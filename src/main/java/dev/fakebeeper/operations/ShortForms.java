package dev.fakebeeper.operations;

import dev.fakebeeper.contract.ApiVersion;

/**
 * Whether what was made or edited is answered by its id or as a whole. Source: the changelog of
 * 4.2.808 for edits, SDK 4.7.1 for new chats.
 */
enum ShortForms {
  /** The id and little else. */
  KEPT,
  /** The whole chat or message, the short form's members beside its own. */
  GONE;

  static ShortForms of(ApiVersion version) {
    return version.isAtLeast("4.2.808") ? GONE : KEPT;
  }
}
