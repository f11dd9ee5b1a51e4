package org.citestream.query.mail;

import io.quarkus.mailer.Mail;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.citestream.query.PublicUrl;

/** Begins mails: to whom, about what, and that a machine wrote them. Thread-safe. */
@Singleton
public record MailComposer(PublicUrl url) {

    private static final int LONGEST_SUBJECT = 150;

    /**
     * A mail without words yet.
     *
     * @param id of which the Message-ID is made, so that a repeat is recognisable
     */
    public Mail to(String address, String subject, UUID id) {
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
