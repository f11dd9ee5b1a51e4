package org.citestream.query.alert;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
                Map.entry("citestream.alerts.signups-per-address", "3"),
                // People without a key may propose, and two who agree are enough.
                Map.entry("citestream.corrections.by-mail", "true"),
                Map.entry("citestream.corrections.confirmations", "1"),
                Map.entry("citestream.alerts.webhook.allow-private", "true"),
                Map.entry("citestream.alerts.webhook.timeout", "1s"),
                Map.entry("citestream.alerts.webhook.failures", "3"));
    }

    /** What came for an address, oldest first. */
    public static List<MimeMessage> mails(String address) throws MessagingException {
        List<MimeMessage> mails = new ArrayList<>();
        for (MimeMessage message : SERVER.getReceivedMessages()) {
            if (Arrays.toString(message.getAllRecipients()).contains(address)) {
                mails.add(message);
            }
        }
        return mails;
    }

    /** The part of that type, or null. */
    public static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString().replace("\r\n", "\n");
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    @Override
    public void stop() {
        SERVER.stop();
    }
}
