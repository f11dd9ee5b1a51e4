package org.citestream.query.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address of this host as the outside sees it: what links in mails and feeds begin with. */
@ApplicationScoped
public class PublicUrl {

    private final String base;

    PublicUrl(@ConfigProperty(name = "citestream.public-url") String configured) {
        this.base = configured.replaceFirst("/+$", "");
    }

    /** The whole address of a path of ours, which begins with a slash. */
    public String of(String path) {
        return base + path;
    }

    /** The name after the at-sign of a Message-ID. */
    String host() {
        String host = URI.create(base).getHost();
        return host == null ? "localhost" : host;
    }
}
