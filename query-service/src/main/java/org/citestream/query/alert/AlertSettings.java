package org.citestream.query.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of alerts; docs/settings.md explains each. */
@ConfigMapping(prefix = "citestream.alerts")
public interface AlertSettings {

    /** Whether this instance may match and send; of several that may, one does. */
    @WithDefault("true")
    boolean enabled();

    /** How long the link that confirms a sign-up is valid. */
    @WithDefault("48h")
    Duration confirmWithin();

    /** How long an at-once alert waits for more of the same, so that an article with ten statements is one message. */
    @WithDefault("2s")
    Duration gather();

    /** Minimum time between two at-once mails of one alert; matches in between go into the next one. */
    @WithDefault("5m")
    Duration mailInterval();

    /** Hour of the day, UTC, at which daily and (on Mondays) weekly alerts go out. */
    @WithDefault("6")
    int digestHour();

    /** Maximum number of sentences shown in one mail; the rest is counted and linked. */
    @WithDefault("50")
    int mailSentences();

    /** How long to wait for the mail server. */
    @WithDefault("30s")
    Duration mailTimeout();

    /** Maximum number of alerts per mail address. */
    @WithDefault("100")
    int perAddress();

    /** First wait after a failed delivery; it doubles with each failure. */
    @WithDefault("1m")
    Duration backoff();

    /** Longest wait after a failed delivery. */
    @WithDefault("1h")
    Duration backoffLimit();

    /** How long deliveries are kept once sent. */
    @WithDefault("720h")
    Duration keep();

    /** How often the senders check for due deliveries when nothing wakes them. */
    @WithDefault("500ms")
    Duration poll();

    /** How receivers of webhooks are called. */
    Webhook webhook();

    /** Settings of webhooks. */
    interface Webhook {

        /** Whether loopback, private and link-local addresses may be called. */
        @WithDefault("false")
        boolean allowPrivate();

        /** How long connecting may take. */
        @WithDefault("5s")
        Duration connectTimeout();

        /** How long a call may take altogether. */
        @WithDefault("10s")
        Duration timeout();

        /** Maximum number of bytes read from an answer; the call is cut off after that. */
        @WithDefault("16384")
        int answerLimit();

        /** Consecutive failures after which a webhook is disabled. */
        @WithDefault("10")
        int failures();

        /** Maximum number of calls in flight. */
        @WithDefault("16")
        int concurrency();

        /** Maximum number of changes in one call; the rest goes into the next one. */
        @WithDefault("500")
        int changes();
    }
}
