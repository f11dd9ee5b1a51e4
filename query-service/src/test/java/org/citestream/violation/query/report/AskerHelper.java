package org.citestream.violation.query.report;

import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.citestream.kit.loop.Backoff;
import org.citestream.platform.SharedPlatform;
import org.citestream.violation.query.project.Asking;

/** Breaks rules: it uses the log, HTTP, the database, threads, pauses and the platform, and a class that uses it. */
public final class AskerHelper {

    static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(9));

    private AskerHelper() {}

    static Thread ask(Producer<?, ?> log, Response answer, SharedPlatform platform, Connection view, Asking circle)
            throws SQLException {
        view.prepareStatement("SELECT " + circle.order() + answer.getStatus() + platform.bootstrapServers())
                .close();
        return new Thread(log::flush);
    }
}
