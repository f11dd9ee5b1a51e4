package org.citestream.query.export.cite;

import java.util.List;
import java.util.stream.Stream;
import org.citestream.query.publication.ShownPublication;

/** The date of a publication, as precise as known. */
final class PublicationDate {

    private PublicationDate() {}

    /** Year, month, day; fewer where less is known. */
    static List<Integer> parts(ShownPublication work) {
        String written = work.published();
        if (written == null || !written.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
            return Stream.ofNullable(work.year()).toList();
        }
        return Stream.of(written.split("-")).map(Integer::valueOf).toList();
    }
}
