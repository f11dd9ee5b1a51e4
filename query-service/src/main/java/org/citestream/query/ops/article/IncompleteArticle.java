package org.citestream.query.ops.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.citestream.query.ops.deadletter.ShownDeadLetter;

/**
 * A citing article of which not everything is visible.
 *
 * @param revision its last closed reading; 0 while the first is open
 * @param missingStatements closed with so many more than are visible
 * @param missingReferences likewise
 * @param openSince when a reading was begun that is not closed yet; null if none is
 * @param letters what of it could not be read, undecided or redriven
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncompleteArticle(
        String id,
        long revision,
        long missingStatements,
        long missingReferences,
        Instant openSince,
        List<ShownDeadLetter> letters) {

    public IncompleteArticle {
        letters = List.copyOf(letters);
    }
}
