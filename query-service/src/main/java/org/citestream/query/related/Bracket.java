package org.citestream.query.related;

/** Markers that stand in one bracket: {@code [3, 5–7]}, {@code (Flynn et al. 2021; Hilfiger 2020)}. Stateless. */
final class Bracket {

    private static final String BETWEEN =
            "substring(%1$s.text FROM least(%1$s.markers[2], %2$s.markers[2]) + 1 FOR greatest(0,"
                    + " greatest(%1$s.markers[1], %2$s.markers[1]) - least(%1$s.markers[2], %2$s.markers[2])))";

    /** Words that may stand between markers of a group. */
    private static final String GLUE = "\\m(and|or|und|et|y|e|to|through|see|also)\\M";

    private Bracket() {}

    /**
     * Whether two statements of the same sentence, whose groups have the same size, are of one group, as SQL: between their
     * first markers stands no word, or a semicolon and no end of a bracket.
     */
    static String shared(String one, String other) {
        String between = BETWEEN.formatted(one, other);
        return "(regexp_replace(%1$s, '%2$s', '', 'gi') !~* '[a-z]' OR (%1$s ~ ';' AND %1$s !~ '[][()]'))"
                .formatted(between, GLUE);
    }
}
