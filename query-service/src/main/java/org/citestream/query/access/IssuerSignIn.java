package org.citestream.query.access;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citestream.kit.access.ApiKey;
import org.citestream.kit.access.IssuedTokens;
import org.citestream.kit.access.IssuedTokens.Verdict;
import org.citestream.kit.access.Issuer;
import org.citestream.kit.access.OidcSettings;
import org.citestream.query.PublicUrl;

/**
 * Signing in at an OpenID Connect issuer: the authorization code with PKCE (RFC 7636), state and nonce. Nothing is stored:
 * what must come back as it was is in a signed cookie of the browser. Thread-safe.
 */
@Singleton
record IssuerSignIn(IssuedTokens tokens, OidcSettings settings, Signer seal, PublicUrl site) {

    /** Name of the cookie of a sign-in that has begun. */
    static final String COOKIE = "citestream-sign-in";

    /** How long somebody may take at the issuer. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String PURPOSE = "sign-in";
    private static final String CALLBACK = "/login/oidc/callback";
    private static final int PARTS = 6;
    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Where the browser goes, and the cookie that it brings back. */
    record BegunSignIn(URI address, String cookie) {}

    /** Who has signed in, and where that began. */
    record SignedIn(ApiKey caller, ReturnPath to) {}

    /** Whether pages may offer it. */
    boolean isOffered() {
        return tokens.issuer().isPresent() && settings.clientId().isPresent();
    }

    /**
     * Begins.
     *
     * @param to where it leads in the end
     * @throws IOException if the issuer does not answer
     */
    BegunSignIn begin(ReturnPath to) throws IOException {
        String state = random();
        String nonce = random();
        String verifier = random();
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("scope", "openid");
        asked.put("client_id", settings.clientId().orElseThrow());
        asked.put("redirect_uri", site.of(CALLBACK));
        asked.put("state", state);
        asked.put("nonce", nonce);
        asked.put("code_challenge", challenge(verifier));
        asked.put("code_challenge_method", "S256");
        URI endpoint = issuer().endpoints().authorization();
        String kept = String.join(
                ".",
                state,
                nonce,
                verifier,
                Long.toString(Instant.now().plus(PATIENCE).getEpochSecond()),
                base64(to.path().getBytes(StandardCharsets.UTF_8)));
        return new BegunSignIn(
                URI.create(endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + form(asked)),
                kept + "." + seal.of(PURPOSE, kept));
    }

    /**
     * Ends what {@link #begin} began: exchanges the code and looks at what the issuer says of the caller. The roles may
     * stand in either of its tokens.
     *
     * @param cookie of this browser, null if it has none
     * @param state and {@code code} that the issuer's answer has
     * @throws SignInException if it proves nothing
     * @throws IOException if the issuer does not answer
     */
    SignedIn finish(String cookie, String state, String code) throws SignInException, IOException {
        String[] kept = kept(cookie);
        if (!MessageDigest.isEqual(bytes(kept[0]), bytes(state))) {
            throw new SignInException("This answer belongs to another sign-in. Begin again.");
        }
        JsonNode said = tokens(code, kept[2]);
        Verdict verdict =
                tokens.check(said.path("id_token").asText(), settings.clientId().orElseThrow());
        if (verdict instanceof Verdict.Unknown away) {
            throw new IOException(away.why());
        }
        if (!(verdict instanceof Verdict.Genuine genuine)) {
            throw new SignInException("The issuer's token is refused: " + ((Verdict.Refused) verdict).why() + ".");
        }
        if (!kept[1].equals(genuine.nonce())) {
            throw new SignInException("The issuer's token belongs to another sign-in. Begin again.");
        }
        Set<String> scopes = new TreeSet<>(genuine.key().scopes());
        if (tokens.check(said.path("access_token").asText()) instanceof Verdict.Genuine access) {
            scopes.addAll(access.key().scopes());
        }
        return new SignedIn(
                new ApiKey(genuine.key().name(), scopes, ""),
                new ReturnPath(new String(Base64.getUrlDecoder().decode(kept[4]), StandardCharsets.UTF_8)));
    }

    private JsonNode tokens(String code, String verifier) throws SignInException, IOException {
        try {
            return issuer().json(exchange(code, verifier));
        } catch (Issuer.IssuerRefusedException refused) {
            throw new SignInException("The issuer gives no token for this answer. Begin again.", refused);
        }
    }

    private String[] kept(String cookie) throws SignInException {
        String[] parts = cookie == null ? new String[0] : cookie.split("\\.", -1);
        if (parts.length != PARTS
                || !seal.matches(PURPOSE, cookie.substring(0, cookie.lastIndexOf('.')), parts[PARTS - 1])
                || Instant.ofEpochSecond(Long.parseLong(parts[3])).isBefore(Instant.now())) {
            throw new SignInException("This browser has begun no sign-in, or too long ago. Begin again.");
        }
        return parts;
    }

    private HttpRequest.Builder exchange(String code, String verifier) throws IOException {
        String id = settings.clientId().orElseThrow();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", site.of(CALLBACK));
        form.put("code_verifier", verifier);
        Optional<String> secret = settings.clientSecret();
        if (secret.isEmpty()) {
            form.put("client_id", id);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        issuer().endpoints().token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form)));
        // RFC 6749, section 2.3.1: both are encoded as in a form first.
        secret.ifPresent(known -> request.header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(bytes(encoded(id) + ":" + encoded(known)))));
        return request;
    }

    private Issuer issuer() {
        return tokens.issuer().orElseThrow();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(bytes(verifier)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
