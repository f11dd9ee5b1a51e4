package org.citestream.query.alert;

import io.vertx.ext.mail.MailMessage;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.citestream.query.PublicUrl;
import org.citestream.query.alert.Deliveries.PendingDelivery;
import org.citestream.query.mail.MailComposer;
import org.citestream.query.mail.SignedLinks;
import org.citestream.query.mail.SignedLinks.Purpose;

/** Writes mails. A delivery's Message-ID is made of its id, so that a repeat can be recognised. Thread-safe. */
@Singleton
record AlertMails(MailComposer mails, SignedLinks links, PublicUrl url, AlertSettings settings) {

    /** Asks whether the alert is wanted; says nothing of what else the address has. */
    MailMessage confirmation(UUID alert, String address, AlertCriteria wish, String title) {
        String about = AlertWords.subject(wish.follows(), wish.target(), title);
        String condition = AlertWords.condition(wish.condition());
        String frequency = AlertWords.frequency(wish.frequency());
        String confirm = url.of("/alerts/confirm?t="
                + links.token(Purpose.CONFIRM, alert, Instant.now().plus(settings.confirmWithin())));
        long hours = settings.confirmWithin().toHours();
        return mails.to(address, "Please confirm your alert: " + about, UUID.randomUUID())
                .setText(MailTemplates.confirmText(about, condition, frequency, confirm, hours)
                        .render())
                .setHtml(MailTemplates.confirmHtml(about, condition, frequency, confirm, hours)
                        .render());
    }

    MailMessage digest(PendingDelivery delivery, Digest digest) {
        String subject = digest.changes() == 1
                ? digest.items().get(0).what() + ": " + digest.about()
                : digest.changes() + " changes: " + digest.about();
        return mails.to(delivery.address(), subject, delivery.id())
                .addHeader("List-Unsubscribe", "<" + digest.unsubscribe() + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .setText(MailTemplates.digestText(digest).render())
                .setHtml(MailTemplates.digestHtml(digest).render());
    }
}
