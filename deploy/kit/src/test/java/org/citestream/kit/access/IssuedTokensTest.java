package org.citestream.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.citestream.kit.access.IssuedTokens.Verdict;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens of a real issuer on this machine, and others that only look like them. */
class IssuedTokensTest {

    private static final MockOAuth2Server SERVER = new MockOAuth2Server();
    private static final String ISSUER = "library";
    private static final String AUDIENCE = "citestream";
    private static final Map<String, Object> CURATOR = Map.of("roles", List.of("librarian", "reader"));

    private final IssuedTokens tokens = config().tokens();

    @BeforeAll
    static void start() throws IOException {
        SERVER.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterAll
    static void stop() {
        SERVER.shutdown();
    }

    private static OidcConfig config() {
        return new OidcConfig()
                .with("issuer", SERVER.issuerUrl(ISSUER).toString())
                .with("audience", AUDIENCE)
                .with("scopes", "librarian=curate, admin=operate+ingest");
    }

    private static String token(String issuer, String audience, long seconds) {
        return SERVER.issueToken(issuer, "ann", audience, CURATOR, seconds).serialize();
    }

    @Test
    void shouldTakeATokenWithTheScopesOfItsRoles() {
        // Given
        String token = token(ISSUER, AUDIENCE, 600);
        assertThat(tokens.believed(token)).isEmpty();
        // When
        Verdict verdict = tokens.check(token);
        // Then
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Genuine.class, genuine -> {
            assertThat(genuine.key().name()).isEqualTo("oidc:ann");
            assertThat(genuine.key().scopes()).isEqualTo(Set.of("curate"));
        });
        assertThat(tokens.believed(token)).isPresent();
        assertThat(tokens.check(token)).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void shouldRefuseATokenOfAnotherIssuer() {
        assertThat(tokens.check(token("elsewhere", AUDIENCE, 600))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void shouldRefuseATokenForAnotherAudience() {
        assertThat(tokens.check(token(ISSUER, "another", 600)))
                .isEqualTo(new Verdict.Refused("it is not for the audience citestream"));
    }

    @Test
    void shouldRefuseATokenThatHasExpired() {
        assertThat(tokens.check(token(ISSUER, AUDIENCE, -60))).isEqualTo(new Verdict.Refused("it has expired"));
    }

    @Test
    void shouldRefuseATokenWithoutASignature() {
        // Given
        String[] parts = token(ISSUER, AUDIENCE, 600).split("\\.", -1);
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        // When, Then
        for (String signature : List.of("", parts[2])) {
            assertThat(tokens.check(none + "." + parts[1] + "." + signature))
                    .isEqualTo(new Verdict.Refused("it is not signed with a key of the issuer"));
        }
    }

    @Test
    void shouldRefuseATokenThatWasChanged() {
        // Given
        String[] parts = token(ISSUER, AUDIENCE, 600).split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("librarian", "admin");
        String changed =
                Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        // When, Then
        assertThat(tokens.check(parts[0] + "." + changed + "." + parts[2]))
                .isEqualTo(new Verdict.Refused("it is not signed with a key of the issuer"));
    }

    /** The public key of the issuer, which everybody has, as the secret of a symmetric signature. */
    @Test
    void shouldRefuseATokenThatIsSignedWithThePublicKeyAsASecret() throws Exception {
        // Given
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(SERVER.issuerUrl(ISSUER).toString());
        claims.setAudience(AUDIENCE);
        claims.setSubject("eve");
        claims.setExpirationTimeMinutesInTheFuture(5);
        JsonWebSignature forged = new JsonWebSignature();
        forged.setPayload(claims.toJson());
        forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        forged.setKey(new HmacKey(publicKey()));
        // When, Then
        assertThat(tokens.check(forged.getCompactSerialization()))
                .isEqualTo(new Verdict.Refused("it is not signed with a key of the issuer"));
    }

    private static byte[] publicKey() throws IOException, JoseException {
        try (var published = SERVER.jwksUrl(ISSUER).url().openStream()) {
            return new JsonWebKeySet(new String(published.readAllBytes(), StandardCharsets.UTF_8))
                    .getJsonWebKeys()
                    .get(0)
                    .getKey()
                    .getEncoded();
        }
    }

    @Test
    void shouldSayThatTheIssuerDoesNotAnswer() {
        // Given
        String nowhere = "http://127.0.0.1:1/none";
        IssuedTokens orphaned = new OidcConfig()
                .with("issuer", nowhere)
                .with("audience", AUDIENCE)
                .tokens();
        // When
        Verdict verdict = orphaned.check(token(ISSUER, AUDIENCE, 600));
        // Then
        assertThat(verdict).isInstanceOf(Verdict.Unknown.class).asString().contains(nowhere);
    }

    @Test
    void shouldReadRolesWhereTheIssuerPutsThem() {
        // Given
        IssuedTokens keycloak =
                config().with("name-claim", "preferred_username").tokens();
        Map<String, Object> claims = Map.of(
                "preferred_username",
                "Ann\n Smith",
                "scope",
                "openid librarian",
                "realm_access",
                Map.of("roles", List.of("admin")));
        // When
        Verdict verdict = keycloak.check(
                SERVER.issueToken(ISSUER, "4711", AUDIENCE, claims, 600).serialize());
        // Then
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Genuine.class, genuine -> {
            assertThat(genuine.key().name()).isEqualTo("oidc:Ann__Smith");
            assertThat(genuine.key().scopes()).isEqualTo(Set.of("curate", "ingest", "operate"));
        });
    }

    @Test
    void shouldNotStartWithSettingsThatLeaveADoorOpen() {
        assertThatThrownBy(() -> new OidcConfig()
                        .with("issuer", "https://sso.example.org")
                        .tokens())
                .hasMessageContaining("citestream.oidc.audience");
        assertThatThrownBy(() -> config().with("scopes", "librarian=everything").tokens())
                .hasMessageContaining("'librarian=everything'");
    }

    @Test
    void shouldTakeNoTokensWithoutAnIssuer() {
        assertThat(new OidcConfig().tokens().issuer()).isEmpty();
    }
}
