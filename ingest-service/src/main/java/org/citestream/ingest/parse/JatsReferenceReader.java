package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** Reads {@code ref-list}: entries, and entries within them. */
final class JatsReferenceReader {
    private static final Set<String> CITATIONS =
            Set.of("mixed-citation", "element-citation", "nlm-citation", "citation", "product", "related-object");

    private final XmlCursor xml;
    private final ReferenceList list;
    private final JatsCitationReader citations;

    JatsReferenceReader(XmlCursor xml, ReferenceList list, Limits limits) {
        this.xml = xml;
        this.list = list;
        this.citations = new JatsCitationReader(xml, limits);
    }

    void readList() throws XMLStreamException {
        xml.eachChild(name -> {
            switch (name) {
                case "ref" -> readEntry();
                case "ref-list" -> readList();
                default -> {
                    // Titles and notes of the list.
                }
            }
        });
    }

    private void readEntry() throws XMLStreamException {
        EntryDraft entry = new EntryDraft(xml.attribute("id"));
        List<CitationReading> readings = new ArrayList<>();
        xml.eachChild(name -> {
            switch (name) {
                case "label" -> {
                    entry.labelId = xml.attribute("id");
                    entry.label = xml.text();
                }
                case "citation-alternatives" -> {
                    entry.alternatives = true;
                    xml.eachChild(inner -> readings.add(citation(inner)));
                }
                default -> {
                    CitationReading reading = citation(name);
                    (CITATIONS.contains(name) ? readings : entry.remarks).add(reading);
                }
            }
        });
        add(entry, readings);
    }

    /** An entry of the list while it is read. */
    private static final class EntryDraft {
        private final String id;
        private final List<CitationReading> remarks = new ArrayList<>();
        private String label;
        private String labelId;
        private boolean alternatives;

        EntryDraft(String id) {
            this.id = id;
        }
    }

    private CitationReading citation(String element) throws XMLStreamException {
        String id = xml.attribute("id");
        return new CitationReading(element, id, citations.read());
    }

    private void add(EntryDraft entry, List<CitationReading> readings) {
        List<CitedWork> works = CitedWork.in(readings.isEmpty() ? entry.remarks : readings, entry.alternatives);
        List<String> keys = new ArrayList<>(works.size());
        for (CitedWork work : works) {
            ReferenceDraft draft = work.draft();
            draft.label = WorkLabels.label(entry.label, draft.label, draft.raw, works.size() > 1);
            String own = work.ids().stream().findFirst().orElse(null);
            String key;
            if (keys.isEmpty()) {
                key = list.add(first(entry.id, own, entry.labelId), draft);
            } else {
                key = list.add(own != null ? own : keys.get(0) + "#" + (keys.size() + 1), draft);
            }
            keys.add(key);
            work.ids().forEach(id -> list.alias(id, key));
        }
        list.alias(entry.labelId, keys.get(0));
        if (keys.size() > 1) {
            list.group(entry.id, keys);
            list.group(entry.labelId, keys);
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
