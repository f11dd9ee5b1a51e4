package org.citestream.query.correction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a proposal takes effect, and how corrections are accepted. */
@ConfigMapping(prefix = "citestream.corrections")
interface CorrectionSettings {

    /**
     * How many people besides the proposer must agree before a proposal takes effect; 0: every correction takes effect
     * at once.
     */
    @WithDefault("2")
    int confirmations();

    /** Whether curators may accept their own proposals: true suits an index with one curator. */
    @WithDefault("true")
    boolean ownAcceptance();

    /** The longest reason, in characters. */
    @WithDefault("1000")
    int reasonLength();

    /** How long a response waits for the view to show the change. */
    @WithDefault("5s")
    Duration visibleWithin();

    /** How long a response waits for the broker. */
    @WithDefault("10s")
    Duration publishWithin();

    /** Whether people without a key may propose, after confirming a mail. */
    @WithDefault("false")
    boolean byMail();

    /** How long the link in that mail is valid. */
    @WithDefault("48h")
    Duration confirmWithin();

    /** How long to wait for the mail server. */
    @WithDefault("10s")
    Duration mailTimeout();

    /**
     * Minimum likeness (see {@link Similarity}), 0 to 1, for a statement to be offered as the successor of one that is
     * gone.
     */
    @WithDefault("0.5")
    double likeness();
}
