package org.citestream.query.project.event;

import java.time.Instant;
import java.util.UUID;

/** A correction is withdrawn. */
public record CorrectionWithdrawn(String correction, UUID statement, String by, String why, Instant at)
        implements CorrectionFact {

    public CorrectionWithdrawn {
        Require.present("correction", correction);
        Require.present("statement", statement);
        Require.present("at", at);
    }
}
