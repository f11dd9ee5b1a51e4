package org.citestream.query.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Coded;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Section;

/**
 * The ranks of relevance, the least first, as data: what a citation does decides, then the section it stands in. Memory
 * reads them by code, SQL is made of the same two lists.
 */
final class Relevance {

    /** Those that say something of the work; the rest comes after them. */
    private static final List<CitationType> TYPES = List.of(CitationType.CONTRASTING, CitationType.SUPPORTING);

    /** Where findings stand comes first; statements whose section is not known come last. */
    private static final List<Section> SECTIONS =
            List.of(Section.RESULTS, Section.DISCUSSION, Section.METHODS, Section.INTRODUCTION, Section.OTHER);

    /** How far apart types are, more than there are sections. Cursors carry the sums, so it stays as it is. */
    private static final int STEP = 10;

    private static final int[] TYPE_RANKS = ranks(TYPES, CitationType.values().length);
    private static final int[] SECTION_RANKS = ranks(SECTIONS, Section.values().length);

    private Relevance() {}

    /** The rank of a statement by its codes; codes of a newer schema come with the rest. */
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
