package org.citestream.query.alert;

import io.quarkus.mailer.Mail;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.citestream.query.PublicUrl;
import org.citestream.query.alert.Deliveries.Pending;
import org.citestream.query.alert.SignedLinks.Purpose;

/** Writes mails. A delivery's Message-ID is made of its id, so that a repeat is recognisable. Thread-safe. */
@ApplicationScoped
class AlertMails {

    private static final int LONGEST_SUBJECT = 150;

    private final SignedLinks links;
    private final PublicUrl url;
    private final AlertSettings settings;

    AlertMails(SignedLinks links, PublicUrl url, AlertSettings settings) {
        this.links = links;
        this.url = url;
        this.settings = settings;
    }

    /** Asks whether the alert is wanted; says nothing of what else the address has. */
    Mail confirmation(UUID alert, String address, Wish wish, String title) {
        String about = AlertWords.subject(wish.follows(), wish.target(), title);
        String condition = AlertWords.condition(wish.condition());
        String frequency = AlertWords.frequency(wish.frequency());
        String confirm = url.of("/alerts/confirm?t="
                + links.token(Purpose.CONFIRM, alert, Instant.now().plus(settings.confirmWithin())));
        long hours = settings.confirmWithin().toHours();
        return mail(address, "Please confirm your alert: " + about, UUID.randomUUID())
                .setText(MailTemplates.confirmText(about, condition, frequency, confirm, hours)
                        .render())
                .setHtml(MailTemplates.confirmHtml(about, condition, frequency, confirm, hours)
                        .render());
    }

    Mail digest(Pending delivery, Digest digest) {
        String subject = digest.changes() == 1
                ? digest.items().get(0).what() + ": " + digest.about()
                : digest.changes() + " changes: " + digest.about();
        return mail(delivery.address(), subject, delivery.id())
                .addHeader("List-Unsubscribe", "<" + digest.unsubscribe() + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .setText(MailTemplates.digestText(digest).render())
                .setHtml(MailTemplates.digestHtml(digest).render());
    }

    private Mail mail(String address, String subject, UUID id) {
        return new Mail()
                .addTo(address)
                .setSubject(oneLine(subject))
                .addHeader("Message-ID", "<" + id + "@" + url.host() + ">")
                .addHeader("Auto-Submitted", "auto-generated");
    }

    /** Titles come from outside: no line break may become a header. */
    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
