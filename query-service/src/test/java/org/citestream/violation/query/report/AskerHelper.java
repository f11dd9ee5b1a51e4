package org.citestream.violation.query.report;

import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.kafka.clients.producer.Producer;
import org.citestream.platform.SharedPlatform;
import org.citestream.violation.query.project.Asking;

/** Asks the view as nobody may: it knows the log, HTTP, the database, threads and the platform, and who knows it. */
public final class AskerHelper {

    private AskerHelper() {}

    static Thread ask(Producer<?, ?> log, Response answer, SharedPlatform platform, Connection view, Asking circle)
            throws SQLException {
        view.prepareStatement("SELECT " + circle.order() + answer.getStatus() + platform.bootstrapServers())
                .close();
        return new Thread(log::flush);
    }
}
