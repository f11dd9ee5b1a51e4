package org.citestream.query.ops.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.citestream.query.ops.deadletter.ShownDeadLetter;

/**
 * A citing article that is not completely visible.
 *
 * @param revision its last closed reading; 0 while the first is open
 * @param missingStatements how many more statements it was closed with than are visible
 * @param missingReferences likewise
 * @param openSince when its open reading began; null if none is open
 * @param letters its dead letters, undecided or redriven
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
