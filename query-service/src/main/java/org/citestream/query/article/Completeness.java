package org.citestream.query.article;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How much of a citing article's last reading can be seen.
 *
 * @param id the citing publication
 * @param revision the last closed reading; 0 while the first is open
 * @param expected statements that it has
 * @param visible statements of it in the view
 * @param discarded dead letters of that reading that an operator gave up
 * @param complete whether everything of the last closed reading is visible, or what is not was given up, and no later
 *     one is open
 * @param withdrawn whether all readings so far are taken back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Completeness(
        String id,
        long revision,
        int expected,
        long visible,
        int expectedReferences,
        long visibleReferences,
        long discarded,
        boolean complete,
        boolean withdrawn,
        String supersededBy) {}
