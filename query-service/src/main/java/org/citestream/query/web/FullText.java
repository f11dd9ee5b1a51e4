package org.citestream.query.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.citestream.query.publication.ShownPublication;

/** Where the full text of a work is: an address of the web, and its host. */
public record FullText(String url, String host) {

    /** As the article says, else where its DOI leads; null if neither is an address of the web, whatever a file says. */
    static FullText of(ShownPublication publication) {
        for (String url : new String[] {
            publication.fullTextUrl(), publication.doi() == null ? null : "https://doi.org/" + publication.doi()
        }) {
            if (url != null && url.toLowerCase(Locale.ROOT).startsWith("http")) {
                try {
                    URI uri = new URI(url.replace("<", "%3C")
                            .replace(">", "%3E")
                            .replace("\"", "%22")
                            .replace(" ", "%20"));
                    if (uri.getHost() != null
                            && List.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
                        return new FullText(uri.toString(), uri.getHost());
                    }
                } catch (URISyntaxException e) {
                    // Not an address: tried with the next.
                }
            }
        }
        return null;
    }
}
