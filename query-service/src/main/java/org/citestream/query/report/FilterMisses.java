package org.citestream.query.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.citestream.query.vocabulary.Codes;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;
import org.citestream.query.vocabulary.PartialDate;

/**
 * The filters that each statement about a work does not match, so that a facet is counted over statements that miss
 * only its own filter. Immutable.
 */
final class FilterMisses {

    /** Misses a condition other than a facet's filter: words, or the requested citing publication. */
    private static final int OUTSIDE = 1 << 30;

    /** Excluded from the request altogether ({@code asOf}, {@code exclude}): counted nowhere. */
    private static final int ABSENT = 1 << 31;

    private static final Map<Facet, Integer> BITS = bits();

    private final CitedWork work;
    private final boolean machine;
    private final int[] misses;

    /**
     * @param onlyCiting key of the one citing publication wanted, or null for all
     * @param hits the statements that contain the requested words, or null for all
     */
    FilterMisses(CitedWork work, ReportQuery query, Long onlyCiting, Set<UUID> hits) {
        this.work = work;
        this.machine = query.machineLabels();
        int[] byCiter = citers(work, query, onlyCiting);
        StatementFilters filters = new StatementFilters(query.filters());
        int self = Codes.RELATIONSHIP.code("self");
        this.misses = new int[work.size()];
        for (int i = 0; i < misses.length; i++) {
            int missed = byCiter[work.citer(i)] | filters.misses(work, i, machine);
            if (query.excludeSelf() && work.code(Facet.RELATIONSHIP, i, machine) == self) {
                missed |= ABSENT;
            }
            if (hits != null && !hits.contains(work.id(i))) {
                missed |= OUTSIDE;
            }
            misses[i] = missed;
        }
    }

    private static int[] citers(CitedWork work, ReportQuery query, Long onlyCiting) {
        int latest = query.asOf().map(PartialDate::number).orElse(Integer.MAX_VALUE);
        List<Citer> citers = work.citers();
        int[] misses = new int[citers.size()];
        for (int c = 0; c < misses.length; c++) {
            Citer citer = citers.get(c);
            if (query.asOf().isPresent() && (citer.lastDay() == 0 || citer.lastDay() > latest)) {
                misses[c] |= ABSENT;
            }
            if (onlyCiting != null && citer.root() != onlyCiting) {
                misses[c] |= OUTSIDE;
            }
            for (Facet facet : Citer.FACETS) {
                if (query.filters().has(facet) && !wanted(citer, facet, query.filters())) {
                    misses[c] |= bit(facet);
                }
            }
        }
        return misses;
    }

    private static boolean wanted(Citer citer, Facet facet, Filters filters) {
        return facet == Facet.YEAR
                ? filters.takesYear(citer.year())
                : citer.values(facet).stream().anyMatch(filters.of(facet)::contains);
    }

    /** The facet's bit in a statement's misses. */
    static int bit(Facet facet) {
        return BITS.get(facet);
    }

    private static Map<Facet, Integer> bits() {
        Map<Facet, Integer> bits = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            bits.put(facet, 1 << bits.size());
        }
        return bits;
    }

    CitedWork work() {
        return work;
    }

    /** The code of a facet that belongs to the statement; for its type, of the requested label. */
    int code(Facet facet, int statement) {
        return work.code(facet, statement, machine);
    }

    /** Whether the statement is not excluded, whatever the filters. */
    boolean belongs(int statement) {
        return misses[statement] >= 0;
    }

    boolean matches(int statement) {
        return misses[statement] == 0;
    }

    /** Whether it matches all filters except the facet's own. */
    boolean matchesBut(Facet facet, int statement) {
        return (misses[statement] & ~bit(facet)) == 0;
    }
}
