package org.citestream.query.article;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How much of a citing article's last reading is visible.
 *
 * @param id the citing publication
 * @param revision the last closed reading; 0 while the first is open
 * @param expected statements that it has
 * @param visible statements of it in the view
 * @param discarded dead letters of that reading that an operator discarded
 * @param complete whether everything of the last closed reading is visible or was discarded, and no later reading is
 *     open
 * @param withdrawn whether all readings so far are withdrawn
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
