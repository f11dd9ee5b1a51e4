package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Reads {@code ref-list}: entries, and entries within them. */
final class JatsReferenceReader {
    private final XmlCursor xml;
    private final ReferenceList list;
    private final JatsCitationReader citations;

    JatsReferenceReader(XmlCursor xml, ReferenceList list, Limits limits) {
        this.xml = xml;
        this.list = list;
        this.citations = new JatsCitationReader(xml, limits);
    }

    /** One reading of an entry: its element's name, its own id, and what it says. */
    private record Reading(String element, String id, ReferenceDraft draft) {
        boolean mixed() {
            return element.equals("mixed-citation");
        }
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
        String id = xml.attribute("id");
        ReferenceDraft entry = new ReferenceDraft();
        List<Reading> readings = new ArrayList<>();
        boolean[] alternatives = new boolean[1];
        xml.eachChild(name -> {
            switch (name) {
                case "label" -> entry.label = xml.text();
                case "citation-alternatives" -> {
                    alternatives[0] = true;
                    xml.eachChild(inner -> readings.add(citation(inner)));
                }
                case "mixed-citation", "element-citation", "nlm-citation", "citation" -> readings.add(citation(name));
                default -> readings.add(citation(name));
            }
        });
        add(id, entry, readings, alternatives[0]);
    }

    private Reading citation(String element) throws XMLStreamException {
        return new Reading(element, xml.attribute("id"), citations.read());
    }

    /** Alternatives and different kinds of citation say the same; the same kind again is another work. */
    private void add(String id, ReferenceDraft entry, List<Reading> readings, boolean alternatives) {
        List<Reading> others = new ArrayList<>();
        Reading first = null;
        for (Reading reading : readings) {
            boolean another = !alternatives
                    && first != null
                    && reading.element().equals(first.element())
                    && reading.draft().identifiesWork();
            if (another) {
                others.add(reading);
                continue;
            }
            if (first == null) {
                first = reading;
            }
            if (reading.mixed() && reading.draft().raw != null) {
                entry.raw = reading.draft().raw;
            }
        }
        // Fields come best from tagged citations, the wording from mixed ones.
        readings.stream().filter(r -> !r.mixed() && !others.contains(r)).forEach(r -> entry.fillFrom(r.draft()));
        readings.stream().filter(r -> r.mixed() && !others.contains(r)).forEach(r -> entry.fillFrom(r.draft()));
        String key = list.add(id != null ? id : first == null ? null : first.id(), entry);
        readings.stream().filter(r -> !others.contains(r)).forEach(r -> list.alias(r.id(), key));
        int nth = 2;
        for (Reading other : others) {
            list.add(other.id() != null ? other.id() : key + "#" + nth, other.draft());
            nth++;
        }
    }
}
