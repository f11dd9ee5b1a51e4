package org.citestream.query.report;

import java.util.List;
import org.citestream.query.vocabulary.Codes;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;

/** The filters on facets of the statement itself, as masks of codes. Immutable. */
final class StatementFilters {

    private final List<Facet> chosen;
    private final int[] masks;
    private final int[] bits;

    StatementFilters(Filters filters) {
        this.chosen = Facet.OF_STATEMENTS.stream().filter(filters::has).toList();
        this.masks = chosen.stream()
                .mapToInt(facet -> mask(facet.codes(), filters.of(facet)))
                .toArray();
        this.bits = chosen.stream().mapToInt(FilterMisses::bit).toArray();
    }

    private static int mask(Codes codes, List<String> values) {
        return values.stream().mapToInt(value -> 1 << codes.code(value)).reduce(0, (one, other) -> one | other);
    }

    /** The bits of the facets whose filter a statement does not match. */
    int misses(CitedWork work, int statement, boolean machine) {
        int missed = 0;
        for (int i = 0; i < masks.length; i++) {
            if ((masks[i] >> work.code(chosen.get(i), statement, machine) & 1) == 0) {
                missed |= bits[i];
            }
        }
        return missed;
    }
}
