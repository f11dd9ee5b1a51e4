package org.citestream.query.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Facet;

/** The value of every record of {@code citations.changes.v1} except notices; fields that do not apply are absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "sequence", "statement", "citing", "cited", "cause"})
record ChangeRecord(
        String id,
        long sequence,
        UUID statement,
        String citing,
        String cited,
        Cause cause,
        String section,
        String journal,
        Integer year,
        String position,
        Float confidence,
        String text,
        Tally before,
        Tally after,
        Instant at,
        CitationType type,
        CitationType typeBefore) {

    static ChangeRecord of(Delta delta, long sequence, Tally before, Tally after) {
        return new ChangeRecord(
                Long.toString(sequence),
                sequence,
                delta.statement(),
                delta.citing(),
                delta.cited(),
                delta.cause(),
                delta.labels().get(Facet.SECTION),
                delta.journal(),
                delta.year(),
                delta.labels().get(Facet.POSITION),
                delta.confidence(),
                delta.text(),
                before,
                after,
                delta.at(),
                delta.type(),
                delta.typeBefore());
    }
}
