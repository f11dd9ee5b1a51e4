package org.citestream.ingest.parse;

import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.PublicationDate;

/** Reads {@code pub-date}: the day a work went public counts before the day of its issue. */
final class JatsDates {
    /** Days of something else than publication. */
    private static final Set<String> NEVER =
            Set.of("received", "accepted", "rev-recd", "access", "accessed", "access-date");

    private JatsDates() {}

    static void read(XmlCursor xml, FrontDraft front) throws XMLStreamException {
        String kind = xml.attribute("pub-type", xml.attribute("date-type", "")).toLowerCase(Locale.ROOT);
        boolean print = kind.equals("pub") && "print".equals(xml.attribute("publication-format"));
        String iso = xml.attribute("iso-8601-date");
        Integer[] parts = new Integer[3];
        xml.eachChild(name -> {
            if (name.equals("string-date")) {
                xml.eachChild(inner -> part(xml, inner, parts));
            } else {
                part(xml, name, parts);
            }
        });
        if (NEVER.contains(kind)) {
            return;
        }
        PublicationDate date =
                parts[0] == null && iso != null ? IsoDate.read(iso) : new PublicationDate(parts[0], parts[1], parts[2]);
        front.date(rank(print ? "print" : kind), date);
    }

    private static void part(XmlCursor xml, String name, Integer[] parts) throws XMLStreamException {
        switch (name) {
            case "year" -> parts[0] = Numbers.year(xml.text());
            case "month" -> parts[1] = Months.of(xml.text());
            case "day" -> parts[2] = xml.number();
            default -> {
                // Season.
            }
        }
    }

    private static int rank(String kind) {
        return switch (kind) {
            case "epub", "pub", "epub-ppub", "publication", "original-publication", "online" -> 0;
            case "ppub", "print" -> 1;
            case "collection", "issue-pub" -> 2;
            case "preprint", "pmc-release" -> 4;
            case "update", "corrected", "retracted", "retraction", "nihms-submitted" -> 5;
            default -> 3;
        };
    }
}
