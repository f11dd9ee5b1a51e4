package org.citestream.query.project.event;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.citestream.query.statement.CitationType;

/** A person says what a statement does; in force once its status is accepted. */
public record StatementCorrected(
        String correction,
        UUID statement,
        String citing,
        CitationType from,
        CitationType to,
        String by,
        String why,
        String status,
        Instant at)
        implements CorrectionFact {

    private static final Set<String> STATES = Set.of("proposed", "accepted");

    public StatementCorrected {
        Require.present("correction", correction);
        Require.present("statement", statement);
        Require.present("by", by);
        Require.oneOf("status", STATES, status);
        Require.present("at", at);
        if (Require.present("to", to) == CitationType.UNCLASSIFIED) {
            throw new IllegalArgumentException("to must be supporting, mentioning or contrasting");
        }
    }
}
