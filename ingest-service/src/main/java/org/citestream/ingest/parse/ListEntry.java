package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;

/** An entry of a reference list while it is read: its names, and what its citation elements say. */
final class ListEntry {
    private final String id;
    private final List<CitationReading> readings = new ArrayList<>();
    private final List<CitationReading> remarks = new ArrayList<>();
    private String label;
    private String labelId;
    private boolean alternatives;

    /** @param id as the file gives it; may be null */
    ListEntry(String id) {
        this.id = id;
    }

    /** The printed label, and the id on it; either may be null. */
    void label(String printed, String ownId) {
        label = printed;
        labelId = ownId;
    }

    /** What a citation element says. */
    void citation(CitationReading reading) {
        readings.add(reading);
    }

    /** All citations of the entry say one work. */
    void oneWork() {
        alternatives = true;
    }

    /** Something beside the citations, which counts only where there are none. */
    void remark(CitationReading reading) {
        remarks.add(reading);
    }

    /** Adds the works of the entry to the list, under every name that markers may call them by. */
    void addTo(ReferenceList list) {
        List<CitedWork> works = CitedWork.in(readings.isEmpty() ? remarks : readings, alternatives);
        List<String> keys = new ArrayList<>(works.size());
        for (CitedWork work : works) {
            ReferenceDraft draft = work.draft();
            draft.label = WorkLabels.label(label, draft.label, draft.raw, works.size() > 1);
            String own = work.ids().stream().findFirst().orElse(null);
            String key;
            if (keys.isEmpty()) {
                key = list.add(first(id, own, labelId), draft);
            } else {
                key = list.add(own != null ? own : keys.get(0) + "#" + (keys.size() + 1), draft);
            }
            keys.add(key);
            work.ids().forEach(one -> list.alias(one, key));
        }
        list.alias(labelId, keys.get(0));
        if (keys.size() > 1) {
            list.group(id, keys);
            list.group(labelId, keys);
        }
    }

    private static String first(String... ids) {
        for (String id : ids) {
            if (id != null && !id.isBlank()) {
                return id;
            }
        }
        return null;
    }
}
