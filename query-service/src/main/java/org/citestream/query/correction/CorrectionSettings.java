package org.citestream.query.correction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a proposal comes into force, and how corrections are taken. */
@ConfigMapping(prefix = "citestream.corrections")
interface CorrectionSettings {

    /** How many people other than the proposer must agree before a proposal counts; 0: every correction counts at once. */
    @WithDefault("2")
    int confirmations();

    /** Whether a curator may accept what he or she proposed: true suits an index with one curator. */
    @WithDefault("true")
    boolean ownAcceptance();

    /** The longest reason, in characters. */
    @WithDefault("1000")
    int reasonLength();

    /** How long an answer waits for the view to show what was done. */
    @WithDefault("5s")
    Duration visibleWithin();

    /** How long an answer waits for the broker. */
    @WithDefault("10s")
    Duration publishWithin();

    /** Whether people without a key may propose, once a mail to them was confirmed. */
    @WithDefault("false")
    boolean byMail();

    /** How long the link in that mail holds. */
    @WithDefault("48h")
    Duration confirmWithin();

    /** How long the mail server may take. */
    @WithDefault("10s")
    Duration mailTimeout();

    /** Likeness (see {@link Similarity}), 0 to 1, from which a statement is offered for one that vanished. */
    @WithDefault("0.5")
    double likeness();
}
