package org.citestream.query.correction;

import java.util.UUID;
import org.citestream.query.vocabulary.CitationType;

/**
 * A correction as people and programs see it.
 *
 * @param status proposed, accepted or withdrawn
 * @param inForce whether it decides the statement's type now
 * @param at when it was proposed, or accepted
 * @param people how many people propose the same label, including the proposer
 * @param needed how many people must agree for it to take effect without a curator
 * @param statementThere whether the statement is still in the index
 */
public record ShownCorrection(
        String id,
        UUID statement,
        String citing,
        String cited,
        String text,
        CitationType from,
        CitationType to,
        String by,
        String why,
        String status,
        boolean inForce,
        String at,
        String proposedAt,
        String acceptedBy,
        String confirms,
        UUID movedFrom,
        String withdrawnBy,
        String withdrawnWhy,
        String withdrawnAt,
        int people,
        int needed,
        boolean statementThere) {

    /** Whether it is waiting for others to agree. */
    public boolean isOpen() {
        return status.equals("proposed");
    }
}
