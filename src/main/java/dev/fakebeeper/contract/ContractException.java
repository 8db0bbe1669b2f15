package dev.fakebeeper.contract;

import org.jspecify.annotations.Nullable;

/**
 * A contract document that cannot be used. The message says where (file and line), what is wrong,
 * and how to fix it; it is meant for the person who started the fake.
 */
public final class ContractException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ContractException(String message) {
    this(message, null);
  }

  ContractException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
