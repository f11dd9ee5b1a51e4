package org.citestream.query.ops.page;

import org.citestream.query.ops.deadletter.Redrive;

/**
 * What was asked for on the page of dead letters.
 *
 * @param may whether the reader holds a key that may decide
 * @param planned what a redrive would do, to be confirmed; null if nothing was asked
 * @param plannedPlaces the letters of the plan as the form sends them, or null for a whole category
 * @param done what was done, in a sentence, or null
 */
public record LettersPage(
        String group,
        String category,
        String state,
        boolean may,
        Redrive.RedriveResult planned,
        java.util.List<String> plannedPlaces,
        String done) {}
