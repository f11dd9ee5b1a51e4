package org.citestream.query.project.event;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.citestream.query.vocabulary.CitationType;

/**
 * A person corrects a statement's label; in force once its status is accepted. The same correction is published again
 * when it is accepted.
 *
 * @param at when it was proposed, or accepted
 * @param proposedAt when it was proposed, once it is accepted
 * @param acceptedBy who accepted it
 * @param confirms id of the correction that this one confirms, or null
 * @param movedFrom the statement, now gone, for which the correction was made
 * @param cited cited publication; with {@code text}, it identifies the most similar statement should this one disappear
 */
public record StatementCorrected(
        String correction,
        UUID statement,
        String citing,
        CitationType from,
        CitationType to,
        String by,
        String why,
        String status,
        Instant at,
        Instant proposedAt,
        String acceptedBy,
        String confirms,
        UUID movedFrom,
        String cited,
        String text)
        implements CorrectionFact {

    /** A pending proposal. */
    public static final String PROPOSED = "proposed";

    /** In force unless withdrawn or followed by a later one. */
    public static final String ACCEPTED = "accepted";

    private static final Set<String> STATES = Set.of(PROPOSED, ACCEPTED);

    public StatementCorrected {
        Require.present("correction", correction);
        Require.present("statement", statement);
        Require.present("by", by);
        Require.oneOf("status", STATES, status);
        Require.present("at", at);
        if (!Require.present("to", to).isAnswer()) {
            throw new IllegalArgumentException("to must be supporting, mentioning or contrasting");
        }
    }

    /** The same correction, in force from that moment on. */
    public StatementCorrected accepted(String who, Instant when) {
        return new StatementCorrected(
                correction,
                statement,
                citing,
                from,
                to,
                by,
                why,
                ACCEPTED,
                when,
                at,
                who,
                confirms,
                movedFrom,
                cited,
                text);
    }
}
