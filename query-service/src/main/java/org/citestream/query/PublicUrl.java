package org.citestream.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address of this host as the outside sees it, {@code citestream.public-url}: what all links begin with. Thread-safe. */
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

    /** The whole address of a path of ours, which begins with a slash. */
    public String of(String path) {
        return base + path;
    }

    /** The name after the at-sign of a Message-ID. */
    public String host() {
        String host = URI.create(base).getHost();
        return host == null ? "localhost" : host;
    }

    /** Whether browsers reach us by TLS, so that cookies may ask for it. */
    public boolean isSecure() {
        return base.startsWith("https:");
    }
}
