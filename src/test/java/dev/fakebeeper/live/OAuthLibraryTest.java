package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationRequest;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client written with a library that knows the RFCs and nothing of this API. */
class OAuthLibraryTest {
  private static final URI REDIRECT = URI.create("http://127.0.0.1:9/callback");

  private final CodeVerifier verifier = new CodeVerifier();
  private final State state = new State();
  private FakeBeeper beeper;
  private AuthorizationServerMetadata server;

  @BeforeEach
  void start() throws Exception {
    var config = FakeBeeperConfig.forTests().toBuilder().oauth(plan -> plan.approves()).build();
    beeper = FakeBeeper.start(config);
    server = AuthorizationServerMetadata.resolve(new Issuer(beeper.baseUri()));
  }

  @AfterEach
  void stop() {
    beeper.close();
  }

  private ClientInformation register() throws Exception {
    var metadata = new ClientMetadata();
    metadata.setName("Library bot");
    metadata.setRedirectionURI(REDIRECT);
    metadata.setScope(new Scope("read", "write"));
    metadata.setTokenEndpointAuthMethod(ClientAuthenticationMethod.NONE);
    var request =
        new ClientRegistrationRequest(server.getRegistrationEndpointURI(), metadata, null);
    var answer = ClientRegistrationResponse.parse(request.toHTTPRequest().send());
    assertThat(answer.indicatesSuccess()).isTrue();
    return answer.toSuccessResponse().getClientInformation();
  }

  private AuthorizationResponse authorize(ClientInformation client) throws Exception {
    var question =
        new AuthorizationRequest.Builder(ResponseType.CODE, client.getID())
            .endpointURI(server.getAuthorizationEndpointURI())
            .redirectionURI(REDIRECT)
            .scope(new Scope("read", "write"))
            .state(state)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build();
    var browser = new HTTPRequest(HTTPRequest.Method.GET, question.toURI());
    browser.setFollowRedirects(false);
    return AuthorizationResponse.parse(browser.send().getLocation());
  }

  private TokenResponse exchange(ClientInformation client, AuthorizationCode code)
      throws Exception {
    var grant = new AuthorizationCodeGrant(code, REDIRECT, verifier);
    var request =
        new TokenRequest.Builder(server.getTokenEndpointURI(), client.getID(), grant).build();
    return TokenResponse.parse(request.toHTTPRequest().send());
  }

  private TokenIntrospectionResponse introspect(AccessToken token) throws Exception {
    // the metadata do not name it; the info document does
    var endpoint = beeper.baseUri().resolve("/oauth/introspect");
    var request = new TokenIntrospectionRequest(endpoint, token, token);
    return TokenIntrospectionResponse.parse(request.toHTTPRequest().send());
  }

  @Test
  void a_library_signs_in_uses_its_token_and_signs_out() throws Exception {
    var client = register();
    var sent = authorize(client);
    assertThat(sent.indicatesSuccess()).isTrue();
    assertThat(sent.getState()).isEqualTo(state);

    var answer = exchange(client, sent.toSuccessResponse().getAuthorizationCode());
    assertThat(answer.indicatesSuccess()).isTrue();
    var tokens = answer.toSuccessResponse().getTokens();
    var token = tokens.getAccessToken();
    assertThat(tokens.getRefreshToken()).isNull();
    assertThat(token.getLifetime()).isEqualTo(86_400);
    assertThat(token.getScope().toStringList()).containsExactly("read", "write");

    var about = introspect(token).toSuccessResponse();
    assertThat(about.isActive()).isTrue();
    assertThat(about.getClientID()).isEqualTo(client.getID());
    assertThat(about.getIssuer()).isEqualTo(server.getIssuer());
    var info =
        UserInfoResponse.parse(
            new UserInfoRequest(server.getCustomURIParameter("userinfo_endpoint"), token)
                .toHTTPRequest()
                .send());
    assertThat(info.toSuccessResponse().getUserInfo().getSubject()).isEqualTo(about.getSubject());

    var end = new TokenRevocationRequest(server.getRevocationEndpointURI(), client.getID(), token);
    assertThat(end.toHTTPRequest().send().getStatusCode()).isEqualTo(200);
    assertThat(introspect(token).toSuccessResponse().isActive()).isFalse();
  }

  @Test
  void a_library_reads_each_refusal() throws Exception {
    var client = register();
    var code = authorize(client).toSuccessResponse().getAuthorizationCode();
    exchange(client, code);

    var again = exchange(client, code);
    beeper.world().oauth().plan(plan -> plan.denies());
    var denied = authorize(client);
    beeper.world().oauth().plan(plan -> plan.refusesRedirects());
    var refused = authorize(client);

    assertThat(again.indicatesSuccess()).isFalse();
    assertThat(again.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_GRANT);
    assertThat(denied.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.ACCESS_DENIED);
    assertThat(denied.getState()).isEqualTo(state);
    assertThat(refused.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_REQUEST);
  }
}
