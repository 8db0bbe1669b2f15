package dev.fakebeeper.world;

/** What becomes of the files that a client uploads. */
public final class UploadRules {
  private static final int ID_LENGTH = 24;

  private UploadRules() {}

  /** Keeps a file under a new handle for {@link WorldRules#uploadLifetime()}. */
  public static Upload keep(Transaction transaction, Asset asset) {
    var expiresAt = transaction.now().plus(transaction.rules().uploadLifetime());
    var upload = new Upload("upl_" + transaction.newText(ID_LENGTH), asset, expiresAt);
    transaction.update(state -> state.withUploads(state.uploads().plus(upload.id(), upload)));
    transaction.schedule(expiresAt, new Timer.UploadExpiry(upload.id()));
    return upload;
  }

  /**
   * The upload behind a handle, which works as often as wanted while it lives.
   *
   * @throws WorldException not found, when it never was or its time is over
   */
  public static Upload require(WorldState state, String uploadId) {
    var upload = state.uploads().get(uploadId);
    if (upload == null) {
      throw WorldException.notFound("Upload", uploadId);
    }
    return upload;
  }
}
