package org.citestream.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address of this host as seen from outside, {@code citestream.public-url}; all links start with it. Thread-safe.
 */
@ApplicationScoped
public class PublicUrl {

    private final String base;

    public PublicUrl(@ConfigProperty(name = "citestream.public-url") String configured) {
        this.base = configured.replaceFirst("/+$", "");
    }

    /** Without a slash at the end. */
    public String base() {
        return base;
    }

    /** The full address of one of our paths, which starts with a slash. */
    public String of(String path) {
        return base + path;
    }

    /** The name after the at-sign of a Message-ID. */
    public String host() {
        String host = URI.create(base).getHost();
        return host == null ? "localhost" : host;
    }

    /** Whether browsers reach us over TLS, so that cookies may be marked secure. */
    public boolean isSecure() {
        return base.startsWith("https:");
    }
}
