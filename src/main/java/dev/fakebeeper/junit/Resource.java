package dev.fakebeeper.junit;

import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * What JUnit closes with the store it is in. JUnit closes an {@link AutoCloseable} only since 5.13,
 * before that only what implements its own interface, which it has deprecated since.
 */
@SuppressWarnings("deprecation")
interface Resource extends CloseableResource, AutoCloseable {

  @Override
  void close();
}
