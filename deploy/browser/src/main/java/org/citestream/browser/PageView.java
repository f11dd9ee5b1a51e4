package org.citestream.browser;

import java.net.URI;

/**
 * Something to look at.
 *
 * @param name of its pictures
 * @param path of the page
 * @param click what to press once it is there, as a CSS selector, or null
 */
public record PageView(String name, String path, String click) {

    static PageView page(String name, String path) {
        return new PageView(name, path, null);
    }

    /** A page behind a link that came by mail, named after its path: what signs the link is nobody's business. */
    static PageView link(URI link) {
        String query = link.getRawQuery() == null ? "" : "?" + link.getRawQuery();
        return page("mail" + link.getPath().replace('/', '-'), link.getRawPath() + query);
    }
}
