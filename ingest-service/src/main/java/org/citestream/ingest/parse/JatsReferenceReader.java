package org.citestream.ingest.parse;

import java.util.Set;
import java.util.function.Consumer;
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
        ListEntry entry = new ListEntry(xml.attribute("id"));
        xml.eachChild(name -> {
            switch (name) {
                case "label" -> {
                    String id = xml.attribute("id");
                    entry.label(xml.text(), id);
                }
                case "citation-alternatives" -> {
                    entry.oneWork();
                    xml.eachChild(inner -> read(inner, entry::citation));
                }
                default -> read(name, CITATIONS.contains(name) ? entry::citation : entry::remark);
            }
        });
        entry.addTo(list);
    }

    /** Hands on the works of a citation; its id is of the first. */
    private void read(String element, Consumer<CitationReading> readings) throws XMLStreamException {
        String own = xml.attribute("id");
        for (ReferenceDraft work : citations.read()) {
            readings.accept(new CitationReading(element, own, work));
            own = null;
        }
    }
}
