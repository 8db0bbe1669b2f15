package dev.fakebeeper.junit;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** What this extension keeps in JUnit's store, which closes it at the end of its context. */
final class Stored {
  private static final Namespace NAMESPACE = Namespace.create(FakeBeeperExtension.class);

  private final Store store;

  private Stored(Store store) {
    this.store = store;
  }

  /** What is kept for a context, and for those around it. */
  static Stored in(ExtensionContext context) {
    return new Stored(context.getStore(NAMESPACE));
  }

  /** What is kept under a key here or further out, else what is made for this context. */
  <T> T get(Object key, Class<T> type, Supplier<T> maker) {
    return store.getOrComputeIfAbsent(key, unused -> maker.get(), type);
  }

  <T> Optional<T> find(Object key, Class<T> type) {
    return Optional.ofNullable(store.get(key, type));
  }
}
