package dev.fakebeeper.stubs;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ClientError;
import com.github.tomakehurst.wiremock.common.NetworkAddressRules;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.AbstractRequestHandler;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.LazyHttpClient;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.stubs.EngineSettings.Proxying;
import dev.fakebeeper.stubs.StubException.Reason;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * WireMock without a server: stub mappings in, answers out. It starts no thread, opens no port and
 * writes no file. Thread-safe. The only class that makes a WireMock; whoever uses it must be loaded
 * only when there is something for it to do.
 */
final class Engine {
  private static final String ADMIN = "/__admin";

  private final HeldHandlers handlers = new HeldHandlers();
  private final MappingWatch watch;
  private final FileRoots files;
  private final WireMockServer wireMock;

  private Engine(EngineSettings settings) {
    files = new FileRoots(settings.files());
    watch = new MappingWatch(settings.gate());
    wireMock = new WireMockServer(options(settings));
    wireMock.start(); // makes what later threads inherit
    watch.guard();
  }

  /**
   * An engine with its first mappings.
   *
   * @throws StubException when one of them cannot be used
   */
  static Engine start(EngineSettings settings) {
    try {
      return new Engine(settings);
    } catch (ClientError e) {
      throw refusal(e);
    }
  }

  private WireMockConfiguration options(EngineSettings settings) {
    var options =
        WireMockConfiguration.options()
            .httpServerFactory(handlers)
            .httpClientFactory(
                (wanted, trustAll, trusted, system) ->
                    new LazyHttpClient(
                        () ->
                            new ApacheHttpClientFactory()
                                .buildHttpClient(wanted, trustAll, trusted, system)))
            .withStores(new EngineStores(files))
            .mappingSource(new GivenMappings(settings.mappings()))
            .stubRequestLoggingDisabled(true)
            .extensions(watch);
    return settings.proxying() == Proxying.ANYWHERE
        ? options
        : options.limitProxyTargets(
            NetworkAddressRules.builder().allow("127.0.0.0-127.255.255.255").build());
  }

  /**
   * Refuses what WireMock does not take as one mapping.
   *
   * @throws StubException which says why
   */
  static void requireMapping(String json) {
    try {
      StubMapping.buildFrom(json);
    } catch (ClientError e) {
      throw refusal(e);
    }
  }

  /** How many mappings there are. */
  int count() {
    return watch.count();
  }

  /**
   * The answer to a request, if a mapping matches it.
   *
   * @param baseUrl scheme, host and port under which the client reached us
   */
  Optional<StubAnswer> answer(ApiRequest request, String baseUrl) {
    return ask(handlers.stubs(), request, baseUrl);
  }

  /**
   * The same for one of several who play these mappings, each for itself.
   *
   * @param player keeps how far the stub scenarios are for it
   */
  Optional<StubAnswer> answer(ApiRequest request, String baseUrl, ScenarioStates.Player player) {
    return ScenarioStates.playing(player, () -> answer(request, baseUrl));
  }

  /**
   * What WireMock's admin API answers; a 422 with the reason for what makes WireMock fail.
   *
   * @param request its path begins with {@code /__admin}
   */
  StubAnswer admin(ApiRequest request, String baseUrl) {
    if (!request.rawPath().startsWith(ADMIN)) {
      throw new IllegalArgumentException(
          "path (%s) must begin with %s".formatted(request.rawPath(), ADMIN));
    }
    try {
      return ask(handlers.admin(), request, baseUrl).orElseGet(Answers::adminNotFound);
    } catch (StubException e) {
      throw e;
    } catch (RuntimeException e) { // WireMock throws where it does not expect what was sent
      return Answers.adminRefused(e);
    }
  }

  private static Optional<StubAnswer> ask(
      AbstractRequestHandler handler, ApiRequest request, String baseUrl) {
    var answer = new AtomicReference<@Nullable StubAnswer>();
    // Synchronous: the responder is called before handle returns.
    handler.handle(
        new StubRequest(request, URI.create(baseUrl)),
        (asked, response, attributes) -> answer.set(answerOrNull(response, attributes.values())),
        null);
    return Optional.ofNullable(answer.get());
  }

  private static @Nullable StubAnswer answerOrNull(
      Response response, Collection<Object> attributes) {
    if (!response.wasConfigured()) {
      return null;
    }
    var event =
        attributes.stream()
            .filter(ServeEvent.class::isInstance)
            .map(ServeEvent.class::cast)
            .findFirst()
            .orElseThrow();
    return Answers.of(response, event.getStubMapping());
  }

  /**
   * Adds a mapping, or puts it in the place of that with the same id.
   *
   * @param json one mapping
   * @return its id
   * @throws StubException when it is no mapping, or the gate refuses it
   */
  String put(String json) {
    try {
      var mapping = StubMapping.buildFrom(json);
      if (wireMock.getSingleStubMapping(mapping.getId()) != null) {
        wireMock.editStubMapping(mapping);
      } else {
        wireMock.addStubMapping(mapping);
      }
      return mapping.getId().toString();
    } catch (ClientError e) {
      throw refusal(e);
    }
  }

  /** Takes a mapping away; whether it was there. */
  boolean remove(String id) {
    var found =
        wireMock.getStubMappings().stream()
            .filter(mapping -> mapping.getId().toString().equals(id))
            .findFirst();
    found.ifPresent(wireMock::removeStubMapping);
    return found.isPresent();
  }

  /** Every mapping as JSON, in the order in which they are tried. */
  List<String> mappings() {
    return wireMock.getStubMappings().stream().map(StubMapping::buildJsonStringFor).toList();
  }

  /** Looks for bodies in another folder first. */
  void addFiles(Path folder) {
    files.addFirst(folder);
  }

  /**
   * Back to the mappings and files of the start, with stub scenarios at their start and no
   * requests.
   */
  void reset() {
    files.reset();
    wireMock.resetToDefaultMappings();
    wireMock.resetRequests();
    wireMock.resetScenarios();
  }

  private static StubException refusal(ClientError failure) {
    if (failure instanceof MappingWatch.Refused refused) {
      return refused.reason();
    }
    var first = failure.getErrors().first();
    var pointer = first.getSource() == null ? null : first.getSource().getPointer();
    var detail = first.getDetail() == null ? first.getTitle() : first.getDetail();
    return StubException.in(
        "a stub mapping",
        new Mistake(
            Reason.MALFORMED,
            pointer == null ? "" : pointer,
            "This is no stub mapping: " + brief(detail),
            "A mapping is read by WireMock, in WireMock's format",
            "Correct it"));
  }

  /** Jackson goes on about classes and known names, which helps nobody here. */
  private static String brief(String detail) {
    int end = detail.indexOf(" (class ");
    return end < 0 ? detail : detail.substring(0, end);
  }
}
