package org.citestream.kit.access;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.citestream.kit.access.IssuedTokens.Verdict;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/**
 * Tells genuine tokens from others: signed by an asymmetric algorithm with a key that the issuer publishes, for the
 * audience, not expired. Thread-safe.
 */
final class TokenVerifier {

    /** Clocks may differ by so much. */
    private static final int SKEW_SECONDS = 30;

    private static final int PATIENCE_MILLIS = 5_000;

    /** An unknown key makes the issuer be asked again, but no sooner: whoever invents keys would have it asked without end. */
    private static final long REFRESH_MILLIS = 30_000;

    /** Known keys stay good for so long while the issuer is away. */
    private static final long RETAINED_SECONDS = 3_600;

    private static final int LONGEST_NAME = 200;

    private static final AlgorithmConstraints SIGNED = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
            AlgorithmIdentifiers.EDDSA);

    private final Issuer issuer;
    private final String nameClaim;
    private final RoleScopes roles;
    private volatile HttpsJwksVerificationKeyResolver keys;

    TokenVerifier(Issuer issuer, String nameClaim, RoleScopes roles) {
        this.issuer = issuer;
        this.nameClaim = nameClaim;
        this.roles = roles;
    }

    /** What a token for an audience proves. */
    Verdict check(String token, String audience) {
        try {
            JwtClaims claims = consumer(audience).processToClaims(token);
            Object name = claims.getClaimValue(nameClaim);
            if (name == null) {
                return new Verdict.Refused("it has no claim " + nameClaim);
            }
            ApiKey key = new ApiKey("oidc:" + printable(name.toString()), roles.of(claims.getClaimsMap()), "");
            Instant until = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
            return new Verdict.Genuine(key, until, claims.getClaimValueAsString("nonce"));
        } catch (InvalidJwtException refused) {
            return away(refused)
                    .<Verdict>map(reason -> new Verdict.Unknown(reason.getMessage()))
                    .orElseGet(() -> new Verdict.Refused(why(refused, audience)));
        } catch (MalformedClaimException refused) {
            return new Verdict.Refused("one of its claims cannot be read");
        } catch (IOException away) {
            return new Verdict.Unknown(away.getMessage());
        }
    }

    private JwtConsumer consumer(String audience) throws IOException {
        return new JwtConsumerBuilder()
                .setExpectedIssuer(issuer.name())
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setJwsAlgorithmConstraints(SIGNED)
                .setVerificationKeyResolver(keys())
                .build();
    }

    private HttpsJwksVerificationKeyResolver keys() throws IOException {
        HttpsJwksVerificationKeyResolver known = keys;
        if (known == null) {
            HttpsJwks published = new HttpsJwks(issuer.endpoints().keys().toString());
            Get asking = new Get();
            asking.setConnectTimeout(PATIENCE_MILLIS);
            asking.setReadTimeout(PATIENCE_MILLIS);
            asking.setRetries(0);
            published.setSimpleHttpGet(asking);
            published.setRefreshReprieveThreshold(REFRESH_MILLIS);
            published.setRetainCacheOnErrorDuration(RETAINED_SECONDS);
            known = new HttpsJwksVerificationKeyResolver(published);
            keys = known;
        }
        return known;
    }

    private static Optional<IOException> away(Throwable refused) {
        for (Throwable at = refused; at != null; at = at.getCause()) {
            if (at instanceof IOException away) {
                return Optional.of(away);
            }
        }
        return Optional.empty();
    }

    /** Says nothing of the token itself, which may be somebody's. */
    private String why(InvalidJwtException refused, String audience) {
        if (refused.hasErrorCode(ErrorCodes.EXPIRED)) {
            return "it has expired";
        }
        if (refused.hasErrorCode(ErrorCodes.ISSUER_INVALID) || refused.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
            return "it is not of the issuer " + issuer.name();
        }
        if (refused.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || refused.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return "it is not for the audience " + audience;
        }
        if (refused.hasErrorCode(ErrorCodes.EXPIRATION_MISSING) || refused.hasErrorCode(ErrorCodes.SUBJECT_MISSING)) {
            return "it lacks exp or sub";
        }
        return "it is not signed with a key of the issuer";
    }

    /** As it may stand in a log and on a page of the audit. */
    private static String printable(String name) {
        String kept = name.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S}]", "_");
        return kept.length() <= LONGEST_NAME ? kept : kept.substring(0, LONGEST_NAME);
    }
}
