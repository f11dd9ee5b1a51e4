package org.citestream.query.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.check.ReferenceList.UnlistedMarker;

/**
 * The report on a list.
 *
 * @param format how the list was read
 * @param counts references by finding; a reference may be in several
 * @param unlisted what the text cites and the list does not have
 */
public record CheckReport(
        ListFormat format,
        int references,
        Map<FindingKind, Long> counts,
        List<CheckedReference> checked,
        List<UnlistedMarker> unlisted) {

    static CheckReport of(ReferenceList list, List<CheckedReference> checked) {
        Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
        for (CheckedReference reference : checked) {
            reference.findings().forEach(kind -> counts.merge(kind, 1L, Long::sum));
        }
        if (!list.unlisted().isEmpty()) {
            counts.put(FindingKind.NOT_LISTED, (long) list.unlisted().size());
        }
        return new CheckReport(list.format(), checked.size(), counts, checked, list.unlisted());
    }
}
