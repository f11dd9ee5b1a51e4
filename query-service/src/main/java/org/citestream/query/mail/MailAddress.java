package org.citestream.query.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import org.citestream.query.problem.BadParameterException;

/**
 * A mail address as people type it, its domain in lower case. Printable ASCII without quoting or comments: accepted by
 * every mail server, and unable to inject a header.
 */
public final class MailAddress {

    /** RFC 5321, 4.5.3.1.3. */
    private static final int LONGEST = 254;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
            + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private final String text;

    private MailAddress(String text) {
        this.text = text;
    }

    /**
     * Parses an address as typed.
     *
     * @throws BadParameterException if it is not valid
     */
    public static MailAddress parse(String written) {
        String trimmed = written == null ? "" : written.strip();
        if (trimmed.length() > LONGEST || !FORM.matcher(trimmed).matches()) {
            throw new BadParameterException(
                    "email", "'%s' is not a valid mail address; use name@example.org".formatted(shown(trimmed)));
        }
        int at = trimmed.lastIndexOf('@');
        return new MailAddress(trimmed.substring(0, at) + trimmed.substring(at).toLowerCase(Locale.ROOT));
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailAddress address && address.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
