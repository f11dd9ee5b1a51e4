package org.citestream.query.access;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a browser goes once it is signed in: a path of this site and nothing else.
 *
 * @param path begins with one slash; the home page if the given text is not a path of this site
 */
record ReturnPath(String path) {

    private static final String FIRST_PAGE = "/";

    ReturnPath {
        path = isOwn(path) ? path : FIRST_PAGE;
    }

    /** The return path of a page's full address. */
    static ReturnPath ofPage(String address) {
        try {
            URI uri = URI.create(address);
            return new ReturnPath(
                    uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery());
        } catch (IllegalArgumentException malformed) {
            return new ReturnPath(FIRST_PAGE);
        }
    }

    /** The address of the sign-in page that leads back here. */
    String login() {
        return "/login?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** The address that leads to the issuer and in the end back here. */
    String issuer() {
        return "/login/oidc?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static boolean isOwn(String path) {
        if (path == null || !path.startsWith("/") || path.startsWith("//") || path.indexOf('\\') >= 0) {
            return false;
        }
        try {
            URI uri = URI.create(path);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
