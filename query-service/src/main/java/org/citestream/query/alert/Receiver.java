package org.citestream.query.alert;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.citestream.query.problem.BadParameterException;

/**
 * Where a webhook's calls go: an absolute http or https URL without user info or fragment.
 *
 * @param path with query, at least a slash
 */
public record Receiver(URI uri, boolean secure, String host, int port, String path) {

    private static final int LONGEST = 2000;
    private static final String WRITE = "write http(s)://host/path";

    /**
     * Parses the URL of a receiver.
     *
     * @throws BadParameterException if the URL is not valid
     */
    public static Receiver parse(String written) {
        if (written == null || written.isBlank() || written.length() > LONGEST) {
            throw new BadParameterException(
                    "webhook", "is missing or longer than " + LONGEST + " characters; " + WRITE);
        }
        try {
            URI uri = new URI(written.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean secure = scheme.equals("https");
            if ((!secure && !scheme.equals("http"))
                    || uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null
                    || uri.getPort() == 0
                    || uri.getPort() > 65535) {
                throw new BadParameterException("webhook", "is not an address that can be called; " + WRITE);
            }
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return new Receiver(
                    uri,
                    secure,
                    uri.getHost(),
                    uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80,
                    uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (URISyntaxException unread) {
            throw new BadParameterException(
                    "webhook", "cannot be read as an address: " + unread.getReason() + "; " + WRITE);
        }
    }

    /**
     * Resolves the host and checks each of its addresses; the caller must connect to one of these without resolving
     * again, or the name could point elsewhere by then.
     *
     * @throws RefusedException if the host is unknown, or has an address that is not public and private addresses are
     *     not allowed
     */
    List<InetAddress> addresses(boolean allowPrivate) throws RefusedException {
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new RefusedException("the host " + host + " is not known");
        }
        for (InetAddress address : all) {
            if (!allowPrivate && !PublicAddress.is(address)) {
                throw new RefusedException("the host " + host + " leads to " + address.getHostAddress()
                        + ", which is not public (citestream.alerts.webhook.allow-private)");
            }
        }
        return List.of(all);
    }

    /**
     * Checks, before anything is stored, what is checked again at every call.
     *
     * @throws BadParameterException if the receiver may not be called
     */
    public Receiver checked(boolean allowPrivate) {
        try {
            addresses(allowPrivate);
            return this;
        } catch (RefusedException refused) {
            throw new BadParameterException("webhook", refused.getMessage());
        }
    }

    /** The receiver may not be called. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
