package org.citestream.query.mcp.answer;

import org.citestream.query.search.SearchRequest;

/** Says what part of the literature the index covers, so that a missing result is not taken for proof of absence. */
public final class Coverage {

    static final String MEANING =
            "What this index holds and what it does not. Tell it to the reader where little or nothing was found";

    private static final String ADDED = "Only articles that were added to it are in it.";

    private static final String NONE =
            "No full text citing this work is in this index. That does not mean that nobody cites it. " + ADDED;

    private static final String NOT_ADDED = "; articles that were never added are not counted.";

    private Coverage() {}

    /** Coverage of one work. */
    public static String ofWork(long citingWorks, long statements) {
        if (citingWorks == 0 && statements == 0) {
            return NONE;
        }
        return citing(citingWorks) + ", with " + (statements == 1 ? "1 statement" : statements + " statements")
                + NOT_ADDED;
    }

    /** Coverage of the works that cite one. */
    public static String ofCitingWorks(long citingWorks) {
        return citingWorks == 0 ? NONE : citing(citingWorks) + NOT_ADDED;
    }

    private static String citing(long works) {
        return (works == 1 ? "1 work in this index cites" : works + " works in this index cite") + " it";
    }

    /** Coverage of the log of changes. */
    public static String ofChanges(boolean gap) {
        return (gap ? "Older changes are no longer kept, so some are missing here. " : "")
                + "Changes of this index only. " + ADDED;
    }

    /** Coverage of a search in the whole index. */
    public static String ofSearch(long total) {
        if (total == 0) {
            return "Nothing in this index matches. That does not mean that nothing was published. " + ADDED;
        }
        return "Found in this index. " + ADDED + " Pages reach as far as hit " + SearchRequest.FURTHEST + ".";
    }

    /** Coverage of a list of requested works. */
    public static String ofList(long found, long asked) {
        return found + " of " + asked + (asked == 1 ? " is" : " are")
                + " in this index. One that is not may exist all the same. " + ADDED;
    }

    /** Coverage of the works that one work cites. */
    public static String ofReferences(long references) {
        return references == 0
                ? "The full text of this work is not in this index, or it has no reference list: what it cites is not known here."
                : "Its reference list was read: " + (references == 1 ? "1 work." : references + " works.");
    }
}
