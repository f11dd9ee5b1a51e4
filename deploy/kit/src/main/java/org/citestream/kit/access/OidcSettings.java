package org.citestream.kit.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Whose OpenID Connect tokens are taken beside keys, and what they allow; the same in every service. */
@ConfigMapping(prefix = "citestream.oidc")
public interface OidcSettings {

    /** The issuer, just as its tokens name it, such as {@code https://sso.example.org/realms/library}; absent: no tokens. */
    Optional<String> issuer();

    /** What tokens for the API must name in {@code aud}; absent: the client id. */
    Optional<String> audience();

    /** The id under which query-service's pages are known to the issuer; absent: pages are signed in to by key alone. */
    Optional<String> clientId();

    /** The secret that goes with it; absent for a public client, which PKCE alone protects. */
    Optional<String> clientSecret();

    /** The claim that names the caller in the audit; only one that users cannot change, and unique. */
    @WithDefault("sub")
    String nameClaim();

    /** The claims, by their paths, that hold roles or scopes: lists, or words with spaces between them. */
    @WithDefault("scope,roles,groups,realm_access.roles")
    List<String> roleClaims();

    /** What each role allows, as {@code ROLE=SCOPE} or {@code ROLE=SCOPE+SCOPE}; a role that is not named allows nothing. */
    Optional<List<String>> scopes();
}
