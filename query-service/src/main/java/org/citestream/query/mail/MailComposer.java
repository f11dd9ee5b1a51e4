package org.citestream.query.mail;

import io.vertx.ext.mail.MailMessage;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.citestream.query.PublicUrl;

/**
 * Creates mails with their headers: sender, recipient, subject, and the mark that they are automatic. They are Vert.x' own
 * messages, since Quarkus' type would give each an empty {@code Cc}, which mail servers distrust. Thread-safe.
 */
@Singleton
public record MailComposer(PublicUrl url, MailSetup setup) {

    private static final int LONGEST_SUBJECT = 150;

    /**
     * A mail without a body yet.
     *
     * @param id the Message-ID is derived from it, so that a repeat can be recognised
     */
    public MailMessage to(String address, String subject, UUID id) {
        return new MailMessage()
                .setFrom(setup.sender())
                .setTo(address)
                .setSubject(oneLine(subject))
                .addHeader("Message-ID", "<" + id + "@" + url.host() + ">")
                .addHeader("Auto-Submitted", "auto-generated");
    }

    /** Titles are untrusted: a line break in them must not start a header. */
    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
