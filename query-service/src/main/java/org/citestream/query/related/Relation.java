package org.citestream.query.related;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * Why two works belong together.
 *
 * @param inOneBracket works that name both in one bracket, as in [3, 4]
 * @param citedTogether works that have both in their reference lists
 * @param sharedReferences works that both cite
 */
public record Relation(long inOneBracket, long citedTogether, long sharedReferences) {

    /** Who names two works in one breath says more than who has both in a list. */
    static final int BRACKET_WEIGHT = 4;

    static final int TOGETHER_WEIGHT = 2;

    public Relation {
        if (Math.min(inOneBracket, Math.min(citedTogether, sharedReferences)) < 0) {
            throw new IllegalArgumentException("no count of a relation may be negative");
        }
    }

    /** What related works are ordered by: 4 for each work with both in one bracket, 2 for one that cites both, 1 for a shared reference. */
    @JsonProperty
    public long score() {
        return BRACKET_WEIGHT * inOneBracket + TOGETHER_WEIGHT * citedTogether + sharedReferences;
    }

    /** Whether nothing relates them. */
    @JsonIgnore
    public boolean isNone() {
        return score() == 0;
    }

    /** In words: “Cited in one bracket by 2 works; both cited by 3 works; 1 shared reference”. */
    public String reason() {
        List<String> reasons = new ArrayList<>();
        if (inOneBracket > 0) {
            reasons.add("cited in one bracket by " + counted(inOneBracket, "work"));
        }
        if (citedTogether > 0) {
            reasons.add("both cited by " + counted(citedTogether, "work"));
        }
        if (sharedReferences > 0) {
            reasons.add(counted(sharedReferences, "shared reference"));
        }
        if (reasons.isEmpty()) {
            return "Nothing in this index relates them";
        }
        String all = String.join("; ", reasons);
        return Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
