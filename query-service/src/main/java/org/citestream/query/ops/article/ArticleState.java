package org.citestream.query.ops.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * Where a citing article stands.
 *
 * @param title null where none is known
 * @param revision its last closed reading, or the one that was withdrawn; 0 while the first is open
 * @param statements that are visible of {@code expectedStatements}
 * @param references that are visible of {@code expectedReferences}
 * @param at when the reading was closed, begun or withdrawn, whichever the state is about; null if not known
 * @param format the file's
 * @param extractor what read it
 * @param why why it was withdrawn
 * @param supersededBy the id under which it is known since
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

    /** What can be said of an article in a word. */
    public enum ArticleStatus {
        COMPLETE,
        /** Closed with more than is visible. */
        INCOMPLETE,
        /** A reading was begun that is not closed yet. */
        OPEN,
        WITHDRAWN;

        @com.fasterxml.jackson.annotation.JsonValue
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** By its word. */
        public static java.util.Optional<ArticleStatus> named(String word) {
            return java.util.stream.Stream.of(values())
                    .filter(state -> state.word().equals(word))
                    .findFirst();
        }
    }
}
