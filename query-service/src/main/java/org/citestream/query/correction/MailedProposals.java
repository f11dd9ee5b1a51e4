package org.citestream.query.correction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.mail.MailMessage;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.citestream.kit.problem.Problem;
import org.citestream.query.PublicUrl;
import org.citestream.query.mail.MailAddress;
import org.citestream.query.mail.MailComposer;
import org.citestream.query.mail.MailSetup;
import org.citestream.query.mail.SignUpLimits;
import org.citestream.query.mail.SignedLinks;
import org.citestream.query.mail.SignedLinks.Purpose;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.vocabulary.CitationType;
import org.jboss.logging.Logger;

/**
 * Proposals by people without a key, where {@code citestream.corrections.by-mail} is on: a mail verifies the address,
 * and its link makes the proposal. The history identifies them by a keyed hash of the address, so that two addresses
 * are two people and nobody learns which; the address itself is not stored. Thread-safe.
 */
@Singleton
@Named("mailedProposals")
public record MailedProposals(
        Corrections corrections,
        CorrectionSettings settings,
        SignedLinks links,
        SignUpLimits limits,
        MailSetup setup,
        MailComposer mails,
        MailClient outgoing,
        PublicUrl url) {

    private static final Logger LOG = Logger.getLogger(MailedProposals.class);
    private static final int NAME_LENGTH = 8;

    /** Whether people without a key may propose here. */
    public boolean isOpen() {
        return settings.byMail() && setup.isConfigured();
    }

    /**
     * Stores the proposal and sends the confirmation mail; if that cannot be sent, nothing is kept.
     *
     * @param client network address of the requester, for the limits
     * @throws ProblemException 403 where this is turned off, 404 and 422 as for any proposal, 503 without a mail server
     * @throws org.citestream.query.mail.TooManySignUpsException if a limit is reached
     */
    public void ask(UUID statement, CitationType to, String why, MailAddress address, String client) {
        if (!isOpen()) {
            throw Refusal.forbidden("Proposals by mail are switched off here; use a key with scope curate");
        }
        String by = "reader "
                + links.hash("reader " + address.toString().toLowerCase(Locale.ROOT))
                        .replaceAll("[^A-Za-z0-9]", "")
                        .substring(0, NAME_LENGTH);
        // Whether this address has proposed the same before is revealed only behind its link, because here anybody may
        // enter any address.
        Target target = corrections.checked(statement, to, why);
        MailedProposal proposal = new MailedProposal();
        proposal.id = UUID.randomUUID();
        proposal.statement = statement;
        proposal.to = to;
        proposal.why = why;
        proposal.by = by;
        proposal.until = Instant.now().plus(settings.confirmWithin());
        keep(proposal, address, client);
        try {
            outgoing.sendMail(mail(proposal, target, address)).await().atMost(settings.mailTimeout());
        } catch (RuntimeException failure) {
            forget(proposal.id);
            LOG.warnf("A mail was not sent: %s", failure.getMessage());
            throw new ProblemException(
                    Problem.of(503, "No mail", "The mail server did not take the mail; try again later"));
        }
    }

    private void keep(MailedProposal proposal, MailAddress address, String client) {
        QuarkusTransaction.joiningExisting().run(() -> {
            limits.count(address, client);
            MailedProposal.delete("until < ?1", Instant.now());
            proposal.persist();
        });
    }

    /**
     * The proposal behind the link in a mail.
     *
     * @param text text of the statement, or null if it is gone
     */
    public record LinkedProposal(CitationType to, String text) {}

    /** The proposal behind the link; empty if the link is forged, expired or was used before. */
    public Optional<LinkedProposal> proposed(String token) {
        return find(token)
                .map(proposal -> new LinkedProposal(
                        proposal.to,
                        corrections.target(proposal.statement).map(Target::text).orElse(null)));
    }

    /**
     * Makes the proposal behind the link; empty if the link is forged, expired or was used before.
     *
     * @throws ProblemException 409 if the same person proposed the same before
     */
    public Optional<ShownCorrection> confirm(String token) {
        return find(token).map(proposal -> {
            try {
                ShownCorrection made =
                        corrections.propose(proposal.statement, proposal.to, proposal.why, proposal.by, false);
                forget(proposal.id);
                return made;
            } catch (NotYetVisibleException late) {
                // It is already in the log.
                forget(proposal.id);
                throw late;
            }
        });
    }

    private Optional<MailedProposal> find(String token) {
        return QuarkusTransaction.joiningExisting().call(() -> links.about(Purpose.PROPOSE, token)
                .flatMap(id -> MailedProposal.<MailedProposal>findByIdOptional(id))
                .filter(proposal -> proposal.until.isAfter(Instant.now())));
    }

    private static void forget(UUID id) {
        QuarkusTransaction.joiningExisting().run(() -> MailedProposal.deleteById(id));
    }

    private MailMessage mail(MailedProposal proposal, Target target, MailAddress address) {
        String confirm = url.of("/corrections/by-mail?t=" + links.token(Purpose.PROPOSE, proposal.id, proposal.until));
        long hours = settings.confirmWithin().toHours();
        String to = proposal.to.wireName();
        return mails.to(address.toString(), "Please confirm your proposal: " + to, proposal.id)
                .setText(ProposalTemplates.proposalText(target.text(), to, proposal.why, proposal.by, confirm, hours)
                        .render())
                .setHtml(ProposalTemplates.proposalHtml(target.text(), to, proposal.why, proposal.by, confirm, hours)
                        .render());
    }
}
