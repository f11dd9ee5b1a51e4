package org.citestream.query.mail;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;

/**
 * Keeps sign-ups from being abused to mail strangers: limits per mail address and day, per network address and hour,
 * and in total per hour. Counted in the database, so that several instances count together. Thread-safe.
 */
@Singleton
public record SignUpLimits(EntityManager database, SignedLinks links, SignUpSettings settings) {

    /**
     * Counts a sign-up in the current transaction.
     *
     * @throws TooManySignUpsException if a limit is reached
     */
    public void count(MailAddress address, String client) {
        String who = links.hash("address " + address.toString().toLowerCase(java.util.Locale.ROOT));
        String from = links.hash("client " + client);
        if (count("WHERE at > now() - interval '1 day' AND address = ?1", who) >= settings.signupsPerAddress()) {
            throw new TooManySignUpsException(
                    "This address signed up too often today; check your mailbox, or try again tomorrow",
                    Duration.ofDays(1));
        }
        if (count("WHERE at > now() - interval '1 hour' AND client = ?1", from) >= settings.signupsPerClient()
                || count("WHERE at > now() - interval '1 hour' AND ?1 <> ''", from) >= settings.signupsTotal()) {
            throw new TooManySignUpsException("Too many sign-ups within an hour; try again later", Duration.ofHours(1));
        }
        database.createNativeQuery("INSERT INTO app.alert_signup (client, address) VALUES (?1, ?2)")
                .setParameter(1, from)
                .setParameter(2, who)
                .executeUpdate();
    }

    private long count(String where, String value) {
        return ((Number) database.createNativeQuery("SELECT count(*) FROM app.alert_signup " + where)
                        .setParameter(1, value)
                        .getSingleResult())
                .longValue();
    }
}
