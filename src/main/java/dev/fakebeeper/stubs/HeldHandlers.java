package dev.fakebeeper.stubs;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import org.jspecify.annotations.Nullable;

/**
 * WireMock's extension point for another server: keeps the two handlers that it is given and is a
 * server in name only. Filled by WireMock's constructor.
 */
final class HeldHandlers implements HttpServerFactory, HttpServer {
  private @Nullable AdminRequestHandler admin;
  private @Nullable StubRequestHandler stubs;

  @Override
  public HttpServer buildHttpServer(
      Options options, AdminRequestHandler adminHandler, StubRequestHandler stubHandler) {
    admin = adminHandler;
    stubs = stubHandler;
    return this;
  }

  AdminRequestHandler admin() {
    return required(admin);
  }

  StubRequestHandler stubs() {
    return required(stubs);
  }

  private static <T> T required(@Nullable T handler) {
    if (handler == null) {
      throw new IllegalStateException("WireMock has not built its server yet");
    }
    return handler;
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public boolean isRunning() {
    return true;
  }

  /** Never asked for an address: clients come in by our own port. */
  @Override
  public int port() {
    return -1;
  }

  @Override
  public int httpsPort() {
    return -1;
  }
}
