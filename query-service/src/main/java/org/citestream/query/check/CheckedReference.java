package org.citestream.query.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.citestream.query.publication.ShownPublication;

/**
 * What the index says of one reference.
 *
 * @param number place in the list, from 1
 * @param label how the list names it, or null
 * @param given as the list has it, in one line
 * @param findings what was found, in the order of {@link FindingKind}
 * @param foundBy id or title; absent if nothing was found
 * @param score likeness of the titles, 0 to 1; absent where they were not compared
 * @param work the work found; for {@link FindingKind#OTHER_WORK} the one that the id leads to; with its notices
 * @param compared the fields that both have
 * @param candidates where it was not found, or the id is another work's: the works with the most similar titles
 * @param contrasting statements by others that contrast the work
 * @param sentences address of these statements; absent if there are none
 * @param cited whether the text cites it; absent where there is no text
 */
public record CheckedReference(
        int number,
        String label,
        String given,
        List<FindingKind> findings,
        String foundBy,
        Double score,
        ShownPublication work,
        List<String> compared,
        List<Difference> differences,
        List<CandidateWork> candidates,
        long contrasting,
        String sentences,
        Boolean cited) {

    /**
     * A work that may be meant.
     *
     * @param score likeness of the titles, 0 to 1
     */
    public record CandidateWork(ShownPublication work, double score) {}

    /** Whether there is something to look at. */
    @JsonIgnore
    public boolean isNoted() {
        return findings.size() > 1 || findings.get(0) != FindingKind.AS_GIVEN;
    }

    /** Whether the work it names was found. */
    @JsonIgnore
    public boolean isFound() {
        return findings.contains(FindingKind.AS_GIVEN) || findings.contains(FindingKind.DIFFERS);
    }
}
