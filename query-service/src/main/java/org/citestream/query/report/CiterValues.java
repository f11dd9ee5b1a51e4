package org.citestream.query.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.FacetCount;
import org.citestream.query.vocabulary.Orcid;

/** The values of one facet of citing publications, numbered, so that counting needs no look-ups. Immutable. */
final class CiterValues {

    private final List<String> names = new ArrayList<>();
    /** Beside them, what people call those that are ids. */
    private final List<String> labels = new ArrayList<>();
    /** For each citing publication, the numbers of its values. */
    private final int[][] values;

    CiterValues(List<Citer> citers, Facet facet) {
        Map<String, Integer> numbers = new HashMap<>();
        values = citers.stream()
                .map(citer -> numbered(citer.values(facet), facet == Facet.AUTHOR, numbers))
                .toArray(int[][]::new);
    }

    /** An author's ORCID iD stands behind the name; the longest of several names is its label. */
    private int[] numbered(List<String> its, boolean authors, Map<String, Integer> numbers) {
        int[] numbered = new int[its.size()];
        String before = null;
        for (int i = 0; i < numbered.length; i++) {
            String value = its.get(i);
            boolean id = authors && Orcid.is(value);
            numbered[i] = numbers.computeIfAbsent(value, name -> {
                names.add(name);
                labels.add(null);
                return names.size() - 1;
            });
            String known = labels.get(numbered[i]);
            if (id && before != null && (known == null || known.length() < before.length())) {
                labels.set(numbered[i], before);
            }
            before = id ? before : value;
        }
        return numbered;
    }

    /** Statements per value; values without any are left out. */
    List<FacetCount> count(long[] statementsPerCiter) {
        long[] counts = new long[names.size()];
        for (int citer = 0; citer < statementsPerCiter.length; citer++) {
            if (statementsPerCiter[citer] > 0) {
                for (int value : values[citer]) {
                    counts[value] += statementsPerCiter[citer];
                }
            }
        }
        List<FacetCount> counted = new ArrayList<>();
        for (int value = 0; value < counts.length; value++) {
            if (counts[value] > 0) {
                counted.add(new FacetCount(names.get(value), labels.get(value), counts[value]));
            }
        }
        return counted;
    }
}
