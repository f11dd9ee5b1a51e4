package org.citestream.query.ops.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where a citing article stands.
 *
 * @param title null where none is known
 * @param revision its last closed reading, or the one that was withdrawn; 0 while the first is open
 * @param statements that are visible of {@code expectedStatements}
 * @param references that are visible of {@code expectedReferences}
 * @param at when it was closed, withdrawn or, while it is open, last heard of; null if not known
 * @param format of the file
 * @param extractor version of what read it
 * @param why it was withdrawn
 * @param supersededBy the id that it has now, if it was withdrawn for a better one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleState(
        String id,
        String title,
        ArticleStatus state,
        long revision,
        long statements,
        long expectedStatements,
        long references,
        long expectedReferences,
        Instant at,
        String format,
        String extractor,
        String why,
        String supersededBy) {

    public enum ArticleStatus {
        COMPLETE,
        /** Closed with parts that are not visible, or with an undecided dead letter. */
        INCOMPLETE,
        /** A reading was begun that is not closed yet. */
        OPEN,
        WITHDRAWN;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** All of them, as in parameters. */
        public static List<String> words() {
            return Stream.of(values()).map(ArticleStatus::word).toList();
        }
    }
}
