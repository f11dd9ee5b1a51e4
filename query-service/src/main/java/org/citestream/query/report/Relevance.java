package org.citestream.query.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Coded;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Section;

/**
 * The ranks of relevance as data, the most relevant first: by citation type, then by section. The in-memory order looks
 * them up by code; the SQL is generated from the same two lists.
 */
final class Relevance {

    /** Types that say something about the work; the rest comes after them. */
    private static final List<CitationType> TYPES = List.of(CitationType.CONTRASTING, CitationType.SUPPORTING);

    /** Sections with findings come first; statements in unknown sections come last. */
    private static final List<Section> SECTIONS =
            List.of(Section.RESULTS, Section.DISCUSSION, Section.METHODS, Section.INTRODUCTION, Section.OTHER);

    /**
     * The distance between types, greater than the number of sections. Cursors contain the sums, so it must not change.
     */
    private static final int STEP = 10;

    private static final int[] TYPE_RANKS = ranks(TYPES, CitationType.values().length);
    private static final int[] SECTION_RANKS = ranks(SECTIONS, Section.values().length);

    private Relevance() {}

    /** The rank of a statement by its codes; unknown codes of a newer schema rank with the rest. */
    static int of(int type, int section) {
        return STEP * rank(TYPE_RANKS, TYPES, type) + rank(SECTION_RANKS, SECTIONS, section);
    }

    /** The same as an expression over the columns {@code type} and {@code section}. */
    static String sql() {
        return ranked(Facet.TYPE.column(), TYPES, STEP) + " + " + ranked(Facet.SECTION.column(), SECTIONS, 1);
    }

    private static int rank(int[] ranks, List<?> order, int code) {
        return code >= 0 && code < ranks.length ? ranks[code] : order.size();
    }

    private static int[] ranks(List<? extends Coded> order, int codes) {
        int[] ranks = new int[codes];
        Arrays.fill(ranks, order.size());
        for (int rank = 0; rank < order.size(); rank++) {
            ranks[order.get(rank).code()] = rank;
        }
        return ranks;
    }

    private static String ranked(String column, List<? extends Coded> order, int step) {
        List<String> sql = new ArrayList<>(List.of("CASE", column));
        for (int rank = 0; rank < order.size(); rank++) {
            sql.add("WHEN %d THEN %d".formatted(order.get(rank).code(), rank * step));
        }
        sql.add("ELSE %d END".formatted(order.size() * step));
        return String.join(" ", sql);
    }
}
