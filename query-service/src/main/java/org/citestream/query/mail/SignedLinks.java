package org.citestream.query.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.citestream.kit.database.Sql;
import org.citestream.query.access.Hmac;
import org.citestream.query.database.DatabaseUnavailableException;

/**
 * Tokens that let their holder do one thing without a password. A token names the purpose, the alert, subscriber,
 * proposal or collection, and the expiry, and has an {@link Hmac} over these. Thread-safe.
 */
@ApplicationScoped
public class SignedLinks {

    /** What a token allows. */
    public enum Purpose {
        CONFIRM("c"),
        UNSUBSCRIBE("u"),
        /** See and change all alerts of a mail address. */
        SUBSCRIBER("s"),
        /** See and change one webhook. */
        WEBHOOK("w"),
        /** Make a stored proposal. */
        PROPOSE("p"),
        /** Read a collection. */
        COLLECTION_READ("r"),
        /** Read a collection and change what is in it. */
        COLLECTION_EDIT("e");

        private final String letter;

        Purpose(String letter) {
            this.letter = letter;
        }
    }

    private static final Pattern FORM =
            Pattern.compile("([cuswpre])\\.([0-9a-f-]{36})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");
    private static final long NEVER = 0;

    private final DataSource dataSource;
    private final Optional<String> configured;
    private volatile Hmac hmac;

    SignedLinks(DataSource dataSource, SignUpSettings settings) {
        this.dataSource = dataSource;
        this.configured = settings.secret();
    }

    /** A token that does not expire; it is valid as long as its subject exists. */
    public String token(Purpose purpose, UUID about) {
        return token(purpose, about, NEVER);
    }

    /** A token that is valid until then. */
    public String token(Purpose purpose, UUID about, Instant until) {
        return token(purpose, about, until.getEpochSecond());
    }

    /** The subject of the token; empty if the token is forged, expired or for another purpose. */
    public Optional<UUID> about(Purpose purpose, String token) {
        var parts = FORM.matcher(token == null ? "" : token);
        if (!parts.matches() || !parts.group(1).equals(purpose.letter)) {
            return Optional.empty();
        }
        long until = Long.parseLong(parts.group(3));
        String signed = token.substring(0, token.lastIndexOf('.'));
        if (!hmac().matches(signed, parts.group(4))
                || (until != NEVER && Instant.now().getEpochSecond() > until)) {
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(parts.group(2)));
    }

    /** A keyed hash: equal texts have equal hashes, which do not reveal them. */
    public String hash(String text) {
        return hmac().of("h." + text);
    }

    private String token(Purpose purpose, UUID about, long until) {
        String signed = purpose.letter + "." + about + "." + until;
        return signed + "." + hmac().of(signed);
    }

    private Hmac hmac() {
        Hmac known = hmac;
        if (known == null) {
            known = new Hmac(configured
                    .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                    .orElseGet(this::made));
            hmac = known;
        }
        return known;
    }

    private byte[] made() {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.of("SELECT secret FROM app.alert_secret")
                    .first(connection, row -> row.getBytes(1))
                    .orElseThrow();
        } catch (SQLException away) {
            throw new DatabaseUnavailableException(away);
        }
    }
}
