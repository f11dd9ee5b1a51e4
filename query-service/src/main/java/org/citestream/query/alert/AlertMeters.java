package org.citestream.query.alert;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.citestream.kit.database.Sql;
import org.jboss.logging.Logger;

/** The results of deliveries as metrics, counted by the instance that sent them. Thread-safe. */
@ApplicationScoped
class AlertMeters {

    private static final Logger LOG = Logger.getLogger(AlertMeters.class);
    /** More than an operator can tell apart, and a limit on the rows that a scrape counts. */
    private static final int MOST_WAITING = 100_000;

    private final DataSource dataSource;
    private final Sending mails;
    private final Sending webhooks;

    AlertMeters(DataSource dataSource, MeterRegistry registry) {
        this.dataSource = dataSource;
        this.mails = new Sending(registry, "mail");
        this.webhooks = new Sending(registry, "webhook");
        Gauge.builder("citestream.alerts.waiting", this, AlertMeters::waiting)
                .description("Deliveries of active alerts that have not gone out; at most " + MOST_WAITING)
                .register(registry);
    }

    Sending mails() {
        return mails;
    }

    Sending webhooks() {
        return webhooks;
    }

    /** NaN while the database does not answer. */
    private double waiting() {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.of("SELECT count(*) FROM (SELECT FROM app.alert_delivery d"
                            + " JOIN app.alert a ON a.id = d.alert AND a.state = 'active'"
                            + " WHERE d.state = 'pending' LIMIT " + MOST_WAITING + ") w")
                    .number(connection);
        } catch (SQLException away) {
            LOG.debugf("Waiting deliveries were not counted: %s", away.getMessage());
            return Double.NaN;
        }
    }

    /** The counters of one channel. */
    static final class Sending {

        private final Counter sent;
        private final Counter failed;
        private final Counter disabled;

        private Sending(MeterRegistry registry, String by) {
            this.sent = deliveries(registry, by, "sent");
            this.failed = deliveries(registry, by, "failed");
            this.disabled = Counter.builder("citestream.alerts.disabled")
                    .description("Alerts disabled because their receiver failed too often")
                    .tag("by", by)
                    .register(registry);
        }

        private static Counter deliveries(MeterRegistry registry, String by, String result) {
            return Counter.builder("citestream.alerts.deliveries")
                    .description("Attempts to deliver, and what came of them")
                    .tags("by", by, "result", result)
                    .register(registry);
        }

        void sent() {
            sent.increment();
        }

        void failed() {
            failed.increment();
        }

        void disabled() {
            disabled.increment();
        }
    }
}
