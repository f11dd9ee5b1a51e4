package org.citestream.query.access;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.InetAddress;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/** An index that is read with keys only, or with tokens of an issuer on this machine, on a small ration of requests. */
public final class PrivateReading implements QuarkusTestResourceLifecycleManager {

    /** What the issuer says of its clients: a curator, one for another index, one of yesterday, and people on our pages. */
    private static final String CLIENTS = """
            {"interactiveLogin": false, "tokenCallbacks": [{"issuerId": "library", "tokenExpiry": 600, "requestMappings": [
              {"requestParam": "client_id", "match": "curator",
               "claims": {"sub": "ann", "aud": ["citestream"], "roles": ["librarian"]}},
              {"requestParam": "client_id", "match": "nobody", "claims": {"sub": "bob", "aud": ["citestream"]}},
              {"requestParam": "client_id", "match": "foreign",
               "claims": {"sub": "eve", "aud": ["elsewhere"], "roles": ["librarian"]}},
              {"requestParam": "client_id", "match": "late",
               "claims": {"sub": "ann", "aud": ["citestream"], "roles": ["librarian"], "exp": 1700000000}},
              {"requestParam": "grant_type", "match": "authorization_code",
               "claims": {"sub": "carol", "aud": ["citestream", "pages"], "roles": ["librarian"]}}]},
             {"issuerId": "elsewhere", "tokenExpiry": 600, "requestMappings": [
              {"requestParam": "client_id", "match": "curator",
               "claims": {"sub": "ann", "aud": ["citestream"], "roles": ["librarian"]}}]}]}""";

    private final MockOAuth2Server issuer = new MockOAuth2Server(OAuth2Config.Companion.fromJson(CLIENTS));

    @Override
    public Map<String, String> start() {
        issuer.start(InetAddress.getLoopbackAddress(), 0);
        return Map.of(
                "citestream.access.key-to-read", "true",
                "citestream.access.key-to-read-ops", "true",
                "citestream.cors.enabled", "false",
                "citestream.requests.per-minute", "60",
                "citestream.trusted-proxies", "127.0.0.1",
                "citestream.oidc.issuer", issuer.issuerUrl("library").toString(),
                "citestream.oidc.audience", "citestream",
                "citestream.oidc.client-id", "pages",
                "citestream.oidc.client-secret", "of the pages",
                "citestream.oidc.scopes", "librarian=curate");
    }

    @Override
    public void stop() {
        issuer.shutdown();
    }
}
