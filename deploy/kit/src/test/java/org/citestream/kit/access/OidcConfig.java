package org.citestream.kit.access;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Settings as a service reads them, for tests. */
public final class OidcConfig {

    private final Map<String, String> written = new HashMap<>();

    /** One setting more, by what follows {@code citestream.oidc.} */
    public OidcConfig with(String name, String value) {
        written.put("citestream.oidc." + name, value);
        return this;
    }

    /** The tokens that these settings take; none where they name no issuer. */
    public IssuedTokens tokens() {
        return new IssuedTokens(new SmallRyeConfigBuilder()
                .withMapping(OidcSettings.class)
                .withSources(new PropertiesConfigSource(written, "test", 100))
                .build()
                .getConfigMapping(OidcSettings.class));
    }
}
