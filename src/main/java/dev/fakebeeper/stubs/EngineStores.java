package dev.fakebeeper.stubs;

import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.store.BlobStore;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import java.nio.file.Path;
import java.util.List;

/** Where an engine keeps its things: in memory, bounded, files to be read only. */
final class EngineStores extends DefaultStores {
  private final RequestJournalStore requests = new RequestRing();
  private final BlobStore files;

  EngineStores(List<Path> folders) {
    super(new SingleRootFileSource(".")); // asked by nobody: all that is kept stands here
    files = new FileRoots(folders);
  }

  @Override
  public RequestJournalStore getRequestJournalStore() {
    return requests;
  }

  @Override
  public BlobStore getBlobStore(String name) {
    return files;
  }
}
