package org.citestream.query.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.citestream.query.publication.ShownPublication;

/** Where the full text of a work is: its URL and the host in it. */
public record FullText(String url, String host) {

    /** The URL in the article, else the one its DOI resolves to; null if neither is an http or https URL. */
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
                    // Not a URL: try the next one.
                }
            }
        }
        return null;
    }
}
