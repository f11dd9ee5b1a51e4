package org.citestream.query.correction;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.citestream.kit.problem.Problem;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.project.event.CorrectionWithdrawn;
import org.citestream.query.project.event.StatementCorrected;
import org.citestream.query.vocabulary.CitationType;

/**
 * What people may do about a label: propose another, confirm, accept, withdraw, move. Every action becomes an event;
 * the response waits briefly for the view to show it. Refusals are {@link ProblemException}s and change nothing.
 * Thread-safe.
 */
@Singleton
public record Corrections(
        CorrectionReader reader, CorrectionLog log, OrphanedCorrections vanished, CorrectionSettings settings) {

    private static final int POLL_MILLIS = 25;

    /**
     * Proposes another label for a statement.
     *
     * @param by who proposes it
     * @param accept whether it takes effect at once; only if curators may accept their own
     */
    public ShownCorrection propose(UUID statement, CitationType to, String why, String by, boolean accept) {
        Target target = checked(statement, to, why);
        refuseTwice(statement, to, by);
        if (accept && !settings.ownAcceptance()) {
            throw Refusal.forbidden("Another curator must accept it: citestream.corrections.own-acceptance is off");
        }
        Instant now = now();
        StatementCorrected proposal = correction(target, to, reason(why), by, now, null);
        boolean counts = accept || settings.confirmations() == 0;
        publish(counts ? proposal.accepted(accept ? by : "no confirmation needed", now) : proposal, target.partition());
        return awaitView(proposal.correction(), shown -> true);
    }

    /**
     * The id of a statement as written.
     *
     * @throws ProblemException 400 if it is not a valid id
     */
    public static UUID statementId(String written) {
        try {
            return UUID.fromString(written == null ? "" : written);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.badParameter("statement", "'%s' is not a valid statement id".formatted(written)));
        }
    }

    /** The statement that a proposal is about; empty if it is not in the view. */
    Optional<Target> target(UUID statement) {
        return reader.target(statement);
    }

    /** The statement that a proposal would be about, after the checks that every proposal passes. */
    Target checked(UUID statement, CitationType to, String why) {
        if (!to.isAnswer()) {
            throw Refusal.invalid("to must be supporting, mentioning or contrasting");
        }
        Target target = reader.target(statement)
                .orElseThrow(
                        () -> ProblemException.notFound("Statement '%s' is not in the index".formatted(statement)));
        if (target.type() == to) {
            throw Refusal.invalid("The statement is labelled %s already; nothing to correct".formatted(to.wireName()));
        }
        reason(why);
        return target;
    }

    /** Confirms a proposal independently. */
    public ShownCorrection confirm(String id, String why, String by) {
        ShownCorrection proposal = open(id);
        Target target = target(proposal);
        refuseTwice(proposal.statement(), proposal.to(), by);
        String reason = why == null || why.isBlank() ? "Confirmed" : reason(why);
        publish(correction(target, proposal.to(), reason, by, now(), id), target.partition());
        return awaitView(id, shown -> shown.people() > proposal.people());
    }

    /** Accepts a proposal. */
    public ShownCorrection accept(String id, String by) {
        ShownCorrection proposal = open(id);
        target(proposal);
        if (proposal.by().equals(by) && !settings.ownAcceptance()) {
            throw Refusal.forbidden("Another curator must accept it: citestream.corrections.own-acceptance is off");
        }
        accepted(proposal, by);
        return awaitView(id, shown -> !shown.isOpen());
    }

    /** Withdraws a correction, so that the previous one, or the machine's label, applies again. */
    public ShownCorrection withdraw(String id, String why, String by) {
        ShownCorrection correction = standing(id);
        withdraw(correction, reason(why), by);
        return awaitView(id, shown -> shown.withdrawnAt() != null);
    }

    /** Moves a correction whose statement is gone to the most similar statement. */
    public ShownCorrection move(String id, String by) {
        ShownCorrection correction = standing(id);
        if (correction.statementThere()) {
            throw Refusal.conflict("Its statement is in the index; there is nothing to move");
        }
        OrphanedCorrection.Candidate candidate = vanished.candidate(correction)
                .orElseThrow(
                        () -> Refusal.conflict("No statement of the same citing and cited work is similar enough"));
        Target target = reader.target(candidate.statement()).orElseThrow();
        String moved = UUID.nameUUIDFromBytes(
                        (id + " " + target.id()).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        // The id is the same on a second try, so a crash between the two facts duplicates nothing.
        StatementCorrected fact = new StatementCorrected(
                moved,
                target.id(),
                target.citing(),
                target.type(),
                correction.to(),
                correction.by(),
                correction.why(),
                correction.status(),
                now(),
                correction.proposedAt() == null ? null : Instant.parse(correction.proposedAt()),
                correction.isOpen() ? null : by,
                null,
                correction.statement(),
                target.cited(),
                target.text());
        publish(fact, target.partition());
        withdraw(correction, "Moved to statement " + target.id(), by);
        return awaitView(moved, shown -> true);
    }

    /** Accepts what enough people agree on; called by the policy. */
    void acceptAgreed(String id) {
        reader.find(id)
                .filter(ShownCorrection::isOpen)
                .ifPresent(proposal -> accepted(proposal, proposal.people() + " people who agree"));
    }

    private void accepted(ShownCorrection proposal, String by) {
        StatementCorrected as = new StatementCorrected(
                proposal.id(),
                proposal.statement(),
                proposal.citing(),
                proposal.from(),
                proposal.to(),
                proposal.by(),
                proposal.why(),
                StatementCorrected.PROPOSED,
                Instant.parse(proposal.at()),
                null,
                null,
                proposal.confirms(),
                proposal.movedFrom(),
                proposal.cited(),
                proposal.text());
        publish(as.accepted(by, now()), reader.partition(proposal.id()));
    }

    private void withdraw(ShownCorrection correction, String why, String by) {
        log.append(
                new CorrectionWithdrawn(correction.id(), correction.statement(), by, why, now()),
                reader.partition(correction.id()),
                correction.citing());
    }

    private void publish(StatementCorrected fact, int partition) {
        log.append(fact, partition, fact.citing());
    }

    private static StatementCorrected correction(
            Target target, CitationType to, String why, String by, Instant at, String confirms) {
        return new StatementCorrected(
                UUID.randomUUID().toString(),
                target.id(),
                target.citing(),
                target.type(),
                to,
                by,
                why,
                StatementCorrected.PROPOSED,
                at,
                null,
                null,
                confirms,
                null,
                target.cited(),
                target.text());
    }

    private ShownCorrection standing(String id) {
        ShownCorrection correction =
                reader.find(id).orElseThrow(() -> ProblemException.notFound("Correction '%s' not found".formatted(id)));
        if (correction.withdrawnAt() != null) {
            throw Refusal.conflict("It was withdrawn on %s already".formatted(correction.withdrawnAt()));
        }
        return correction;
    }

    private ShownCorrection open(String id) {
        ShownCorrection correction = standing(id);
        if (!correction.isOpen()) {
            throw Refusal.conflict("It was accepted on %s already".formatted(correction.at()));
        }
        return correction;
    }

    private Target target(ShownCorrection correction) {
        return reader.target(correction.statement())
                .orElseThrow(() -> Refusal.conflict(
                        "Its statement is no longer in the index; move the correction to the most similar one"));
    }

    private void refuseTwice(UUID statement, CitationType to, String by) {
        List<ShownCorrection> same = reader.of(statement).stream()
                .filter(correction -> correction.withdrawnAt() == null
                        && correction.to() == to
                        && correction.by().equals(by))
                .toList();
        if (!same.isEmpty()) {
            throw Refusal.conflict("%s said so already, in correction %s; confirmations come from other people"
                    .formatted(by, same.get(0).id()));
        }
    }

    private String reason(String why) {
        String reason = why == null ? "" : why.strip();
        if (reason.isEmpty()) {
            throw Refusal.invalid("why is missing: give the reason, others read it in the statement's history");
        }
        if (reason.length() > settings.reasonLength()) {
            throw Refusal.invalid(
                    "why has %d characters, %d are allowed".formatted(reason.length(), settings.reasonLength()));
        }
        if (reason.indexOf('\0') >= 0) {
            throw Refusal.invalid("why contains the character U+0000");
        }
        return reason;
    }

    /** The correction as the view shows it; 202 means that it is in the log but not in the view yet. */
    private ShownCorrection awaitView(String id, Predicate<ShownCorrection> shows) {
        long end = System.nanoTime() + settings.visibleWithin().toNanos();
        while (true) {
            var shown = reader.find(id);
            if (shown.filter(shows).isPresent()) {
                return shown.get();
            }
            if (System.nanoTime() > end) {
                throw new NotYetVisibleException(id);
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NotYetVisibleException(id);
            }
        }
    }

    private Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
