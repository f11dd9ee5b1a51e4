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

    private static final int LONGEST_DATE = 1_000;

    private JatsDates() {}

    static void read(XmlCursor xml, FrontDraft front) throws XMLStreamException {
        String kind = xml.attribute("pub-type", xml.attribute("date-type", "")).toLowerCase(Locale.ROOT);
        boolean print = kind.equals("pub") && "print".equals(xml.attribute("publication-format"));
        String iso = xml.attribute("iso-8601-date");
        Integer[] parts = new Integer[3];
        xml.eachChild(name -> {
            if (name.equals("string-date")) {
                written(xml, parts);
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

    /** A date in elements, or in words alone. */
    private static void written(XmlCursor xml, Integer[] parts) throws XMLStreamException {
        RunningText words = new RunningText(LONGEST_DATE);
        xml.eachNode(words, name -> part(xml, name, parts));
        if (parts[0] == null && !words.isEmpty()) {
            PublicationDate said = WrittenDate.read(words.plain());
            parts[0] = said.year();
            parts[1] = said.month();
            parts[2] = said.day();
        }
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
            case "original-publication", "epub-original" -> 0;
            case "epub", "pub", "epub-ppub", "publication", "online" -> 1;
            case "ppub", "print" -> 2;
            case "collection", "issue-pub" -> 3;
            case "preprint", "pmc-release" -> 5;
            case "update", "corrected", "retracted", "retraction", "nihms-submitted" -> 6;
            default -> 4;
        };
    }
}
