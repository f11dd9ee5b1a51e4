package org.citestream.query.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this host can send mail: it can once a sender address is set. */
@ApplicationScoped
@Named("mailSetup")
public class MailSetup {

    private final Optional<String> from;

    MailSetup(@ConfigProperty(name = "quarkus.mailer.from") Optional<String> from) {
        this.from = from.filter(address -> !address.isBlank());
    }

    /** The address that mails come from; null unless {@link #isConfigured}. */
    String sender() {
        return from.orElse(null);
    }

    /** Whether mails go out. */
    public boolean isConfigured() {
        return from.isPresent();
    }
}
