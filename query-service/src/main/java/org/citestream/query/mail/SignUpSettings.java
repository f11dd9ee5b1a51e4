package org.citestream.query.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Settings of signed links and of who may ask for mail; docs/settings.md explains each. */
@ConfigMapping(prefix = "citestream.alerts")
public interface SignUpSettings {

    /** The secret that signs the links in mails; by default one created together with the database. */
    Optional<String> secret();

    /** Maximum number of confirmation mails to one mail address per day. */
    @WithDefault("5")
    int signupsPerAddress();

    /** Maximum number of sign-ups from one network address per hour. */
    @WithDefault("20")
    int signupsPerClient();

    /** Maximum number of all confirmation mails per hour. */
    @WithDefault("500")
    int signupsTotal();
}
