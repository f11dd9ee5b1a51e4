package org.citestream.query.web;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Under which address the outside sees this service. Thread-safe. */
@ApplicationScoped
public class PublicAddress {

    private final String base;

    PublicAddress(@ConfigProperty(name = "citestream.public-url", defaultValue = "http://127.0.0.1:8080") String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** Without a slash at the end. */
    public String base() {
        return base;
    }

    /** The absolute form of one of our own paths, which begins with a slash. */
    public String of(String path) {
        return base + path;
    }
}
