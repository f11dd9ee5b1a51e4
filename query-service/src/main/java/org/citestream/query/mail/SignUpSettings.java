package org.citestream.query.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Settings of signed links and of who may ask for mail; docs/settings.md explains each. */
@ConfigMapping(prefix = "citestream.alerts")
public interface SignUpSettings {

    /** Signs the links in mails; else one that was made when the database was. */
    Optional<String> secret();

    /** Sign-ups that one mail address gets confirmation mails for within a day. */
    @WithDefault("5")
    int signupsPerAddress();

    /** Sign-ups from one network address within an hour. */
    @WithDefault("20")
    int signupsPerClient();

    /** Confirmation mails altogether within an hour. */
    @WithDefault("500")
    int signupsTotal();
}
