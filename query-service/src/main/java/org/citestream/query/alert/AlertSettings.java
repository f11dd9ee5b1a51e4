package org.citestream.query.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of alerts; docs/settings.md explains each. */
@ConfigMapping(prefix = "citestream.alerts")
public interface AlertSettings {

    /** Whether this instance may match and send; several may, one does. */
    @WithDefault("true")
    boolean enabled();

    /** How long the link that confirms a sign-up holds. */
    @WithDefault("48h")
    Duration confirmWithin();

    /** How long an at-once alert waits for more of the same, so that an article with ten statements is one message. */
    @WithDefault("2s")
    Duration gather();

    /** Least time between two at-once mails of one alert; what comes between goes into the next. */
    @WithDefault("5m")
    Duration mailInterval();

    /** Hour of the day, UTC, at which daily and (on Mondays) weekly alerts go out. */
    @WithDefault("6")
    int digestHour();

    /** Sentences that one mail shows at most; the rest is counted and linked. */
    @WithDefault("50")
    int mailSentences();

    /** How long a mail server may take. */
    @WithDefault("30s")
    Duration mailTimeout();

    /** Alerts that one mail address may have. */
    @WithDefault("100")
    int perAddress();

    /** First wait after a delivery failed; it doubles. */
    @WithDefault("1m")
    Duration backoff();

    /** Longest wait after a delivery failed. */
    @WithDefault("1h")
    Duration backoffLimit();

    /** How long deliveries are kept once sent. */
    @WithDefault("720h")
    Duration keep();

    /** How often the senders look for what is due when nobody wakes them. */
    @WithDefault("500ms")
    Duration poll();

    /** How receivers of webhooks are called. */
    Webhook webhook();

    /** Settings of webhooks. */
    interface Webhook {

        /** Whether loopback, private and link-local addresses may be called. */
        @WithDefault("false")
        boolean allowPrivate();

        /** How long a connection may take. */
        @WithDefault("5s")
        Duration connectTimeout();

        /** How long a call may take altogether. */
        @WithDefault("10s")
        Duration timeout();

        /** Bytes of an answer that are read at most; the call is broken off behind them. */
        @WithDefault("16384")
        int answerLimit();

        /** Failures in a row after which a webhook is disabled. */
        @WithDefault("10")
        int failures();

        /** Calls under way at the same time. */
        @WithDefault("16")
        int concurrency();

        /** Changes that one call carries at most; the rest goes into the next. */
        @WithDefault("500")
        int changes();
    }
}
