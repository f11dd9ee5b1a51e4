package org.citestream.query.alert;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real SMTP server for the service under test, and limits and waits that a test can live with. */
public final class MailServer implements QuarkusTestResourceLifecycleManager {

    static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Override
    public Map<String, String> start() {
        SERVER.start();
        return Map.ofEntries(
                Map.entry("quarkus.mailer.host", "127.0.0.1"),
                Map.entry(
                        "quarkus.mailer.port", Integer.toString(SERVER.getSmtp().getPort())),
                Map.entry("quarkus.mailer.from", "citestream@example.org"),
                Map.entry("citestream.alerts.gather", "100ms"),
                Map.entry("citestream.alerts.mail-interval", "100ms"),
                Map.entry("citestream.alerts.poll", "50ms"),
                Map.entry("citestream.alerts.backoff", "200ms"),
                Map.entry("citestream.alerts.backoff-limit", "400ms"),
                Map.entry("citestream.alerts.signups-per-client", "8"),
                Map.entry("citestream.alerts.signups-per-address", "3"),
                Map.entry("citestream.alerts.webhook.allow-private", "true"),
                Map.entry("citestream.alerts.webhook.timeout", "1s"),
                Map.entry("citestream.alerts.webhook.failures", "3"));
    }

    @Override
    public void stop() {
        SERVER.stop();
    }
}
