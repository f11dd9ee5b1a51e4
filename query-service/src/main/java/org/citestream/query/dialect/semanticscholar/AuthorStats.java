package org.citestream.query.dialect.semanticscholar;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How an author's works are cited, as far as this index knows.
 *
 * @param papers works that name the author
 * @param citations works that cite them, one for each pair
 * @param hIndex the greatest number n so that n of the works are cited by at least n works
 */
record AuthorStats(long papers, long citations, int hIndex) {

    static final AuthorStats NONE = new AuthorStats(0, 0, 0);

    /** @param citations of each work */
    static AuthorStats of(Collection<Long> citations) {
        List<Long> sorted = citations.stream().sorted(Comparator.reverseOrder()).toList();
        int h = 0;
        while (h < sorted.size() && sorted.get(h) > h) {
            h++;
        }
        return new AuthorStats(
                citations.size(), citations.stream().mapToLong(Long::longValue).sum(), h);
    }
}
