package org.citestream.query.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Facet;

/**
 * One change in the outbox, with what is known about its citing publication: what changed, and by how much. Fields that
 * do not apply are null.
 *
 * @param row key of the outbox row that holds it
 * @param labels values of the facets that belong to the statement, other than its type; unknown ones are absent
 * @param notice the notice's own fields, for a notice
 */
record Delta(
        long row,
        ChangeType change,
        Cause cause,
        String cited,
        String citing,
        UUID statement,
        int supporting,
        int mentioning,
        int contrasting,
        int unclassified,
        int notASentence,
        int citingPublications,
        CitationType type,
        CitationType typeBefore,
        Map<Facet, String> labels,
        Float confidence,
        String text,
        ObjectNode notice,
        String traceparent,
        Instant at,
        String journal,
        Integer year,
        String publicationType,
        List<String> authors) {

    /** The tally after this delta. */
    Tally after(Tally before) {
        return new Tally(
                before.supporting() + supporting,
                before.mentioning() + mentioning,
                before.contrasting() + contrasting,
                before.unclassified() + unclassified,
                before.notASentence() + notASentence,
                before.citingPublications() + citingPublications);
    }
}
