package org.citestream.query.correction;

import java.util.UUID;
import org.citestream.query.vocabulary.CitationType;

/**
 * A correction whose statement a newer reading of its article no longer has, and where it could be moved.
 *
 * @param candidate the most similar statement of the same citing and cited work, or null if none is similar enough
 */
public record OrphanedCorrection(ShownCorrection correction, Candidate candidate) {

    /**
     * A statement to which the correction can be moved.
     *
     * @param likeness 0 to 1
     */
    public record Candidate(UUID statement, String text, CitationType type, double likeness) {

        /** The likeness as a percentage for people. */
        public int percent() {
            return (int) Math.round(likeness * 100);
        }
    }
}
