package org.citestream.query.project.event;

import java.util.UUID;

/** What a person says of one statement. */
public sealed interface CorrectionFact extends Fact permits StatementCorrected, CorrectionWithdrawn {

    /** Id of the correction that is made or withdrawn. */
    String correction();

    UUID statement();
}
