package org.citestream.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Signed tokens of one OpenID Connect issuer, taken as keys (RFC 7519, RFC 8725). Without an issuer in the settings there
 * are none, and nothing that reads them is loaded. Thread-safe.
 */
@ApplicationScoped
public class IssuedTokens {

    /** How long a token is believed without looking at its signature again; its expiry counts before. */
    private static final Duration BELIEVED = Duration.ofMinutes(5);

    private static final int MOST_BELIEVED = 10_000;

    private final Optional<Issuer> issuer;
    private final Optional<String> audience;
    private final Optional<TokenVerifier> verifier;
    private final Cache<String, BelievedToken> believed = Caffeine.newBuilder()
            .maximumSize(MOST_BELIEVED)
            .expireAfterWrite(BELIEVED)
            .build();

    /** @throws IllegalArgumentException if the settings contradict themselves: the service does not start then */
    public IssuedTokens(OidcSettings settings) {
        this.issuer = settings.issuer().map(Issuer::new);
        this.audience = settings.audience().or(settings::clientId);
        this.verifier = issuer.map(asked -> new TokenVerifier(
                asked,
                settings.nameClaim(),
                RoleScopes.of(settings.roleClaims(), settings.scopes().orElse(List.of()))));
        if (issuer.isPresent() && audience.isEmpty()) {
            throw new IllegalArgumentException(
                    "citestream.oidc.issuer is set, but neither citestream.oidc.audience nor .client-id: tokens for"
                            + " others would be taken");
        }
    }

    private record BelievedToken(ApiKey key, Instant until) {

        private boolean isOver() {
            return !Instant.now().isBefore(until);
        }
    }

    /** What a token proves. */
    public sealed interface Verdict {

        /**
         * It is good: whose it is and what it allows, as a key.
         *
         * @param nonce that the issuer was given; null if it got none, or if the token was looked at before
         */
        record Genuine(ApiKey key, Instant until, String nonce) implements Verdict {}

        /** It is not; {@code why} completes "The token is refused: ". */
        record Refused(String why) implements Verdict {}

        /** The issuer's keys are not to be had. */
        record Unknown(String why) implements Verdict {}
    }

    /** The issuer whose tokens are taken; empty if none are. */
    public Optional<Issuer> issuer() {
        return issuer;
    }

    /** Whether a secret has the shape of a token rather than of a key, which has no dots. */
    static boolean isToken(String secret) {
        return secret.chars().filter(letter -> letter == '.').count() >= 2;
    }

    /**
     * What a token for the API proves. May ask the issuer for its keys, so it must not run on an event loop.
     *
     * @throws java.util.NoSuchElementException if there is no issuer
     */
    public Verdict check(String token) {
        BelievedToken known = believed.getIfPresent(token);
        if (known != null && !known.isOver()) {
            return new Verdict.Genuine(known.key(), known.until(), null);
        }
        Verdict verdict = check(token, audience.orElseThrow());
        if (verdict instanceof Verdict.Genuine genuine) {
            believed.put(token, new BelievedToken(genuine.key(), genuine.until()));
        }
        return verdict;
    }

    /** The caller of a token that was found genuine a short while ago; asks nobody. */
    Optional<ApiKey> believed(String token) {
        return Optional.ofNullable(believed.getIfPresent(token))
                .filter(known -> !known.isOver())
                .map(BelievedToken::key);
    }

    /** What a token for another audience proves, such as that by which the issuer tells our pages who signed in. */
    public Verdict check(String token, String otherAudience) {
        return verifier.orElseThrow().check(token, otherAudience);
    }
}
