package org.citestream.query.project.event;

import java.util.UUID;

/** A fact about a correction of one statement. */
public sealed interface CorrectionFact extends Fact permits StatementCorrected, CorrectionWithdrawn {

    /** Id of the correction. */
    String correction();

    UUID statement();
}
