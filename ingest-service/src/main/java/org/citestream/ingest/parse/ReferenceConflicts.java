package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citestream.ingest.article.Identifiers;
import org.citestream.ingest.article.Reference;

/** Finds where a reference list contradicts itself: one PMID that stands on two DOIs. */
final class ReferenceConflicts {
    private ReferenceConflicts() {}

    static List<String> in(ReferenceList list) {
        List<String> conflicts = new ArrayList<>(list.conflicts());
        conflicts.addAll(in(list.all()));
        return conflicts;
    }

    private static List<String> in(List<Reference> references) {
        Map<String, Reference> byPmid = new HashMap<>();
        List<String> conflicts = new ArrayList<>();
        for (Reference reference : references) {
            Identifiers ids = reference.identifiers();
            if (ids.pmid() == null || ids.doi() == null) {
                continue;
            }
            Reference other = byPmid.putIfAbsent(ids.pmid(), reference);
            if (other != null && !other.identifiers().doi().equals(ids.doi())) {
                conflicts.add("PMID " + ids.pmid() + " stands on DOI "
                        + other.identifiers().doi() + " (" + other.key() + ") and on DOI " + ids.doi() + " ("
                        + reference.key() + ")");
            }
        }
        return conflicts;
    }
}
