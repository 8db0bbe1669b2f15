package dev.fakebeeper.stubs;

import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.store.BlobStore;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.store.ScenariosStore;

/** Where an engine keeps its things: in memory, bounded, files to be read only. */
final class EngineStores extends DefaultStores {
  private final RequestJournalStore requests = new RequestRing();
  private final ScenariosStore scenarios = new ScenarioStates();
  private final FileRoots files;

  EngineStores(FileRoots files) {
    super(new SingleRootFileSource(".")); // asked by nobody: all that is kept stands here
    this.files = files;
  }

  @Override
  public RequestJournalStore getRequestJournalStore() {
    return requests;
  }

  @Override
  public ScenariosStore getScenariosStore() {
    return scenarios;
  }

  @Override
  public BlobStore getBlobStore(String name) {
    return files;
  }
}
