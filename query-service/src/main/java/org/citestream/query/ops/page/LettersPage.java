package org.citestream.query.ops.page;

import org.citestream.query.ops.deadletter.Redrive;

/**
 * The parameters of the page of dead letters.
 *
 * @param may whether the reader holds a key that may decide
 * @param planned what a redrive would do, to be confirmed; null if no plan was requested
 * @param plannedPlaces the letters of the plan as sent by the form, or null for a whole category
 * @param done a sentence about what was done, or null
 */
public record LettersPage(
        String group,
        String category,
        String state,
        boolean may,
        Redrive.RedriveResult planned,
        java.util.List<String> plannedPlaces,
        String done) {}
