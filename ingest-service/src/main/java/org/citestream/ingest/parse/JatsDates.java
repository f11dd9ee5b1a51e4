package org.citestream.ingest.parse;

import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.citestream.ingest.article.PublicationDate;

/** Reads {@code pub-date}: the day a work went public counts before the day of its issue. */
final class JatsDates {
    private JatsDates() {}

    static void read(XmlCursor xml, FrontDraft front) throws XMLStreamException {
        String kind = xml.attribute("pub-type", xml.attribute("date-type", "")).toLowerCase(Locale.ROOT);
        Integer[] parts = new Integer[3];
        xml.eachChild(name -> {
            switch (name) {
                case "year" -> parts[0] = Numbers.year(xml.text());
                case "month" -> parts[1] = Months.of(xml.text());
                case "day" -> parts[2] = xml.number();
                default -> {
                    // Season.
                }
            }
        });
        front.date(rank(kind), new PublicationDate(parts[0], parts[1], parts[2]));
    }

    private static int rank(String kind) {
        return switch (kind) {
            case "epub", "pub", "epub-ppub", "publication" -> 0;
            case "ppub", "print" -> 1;
            case "collection", "issue-pub" -> 2;
            case "preprint" -> 4;
            default -> 3;
        };
    }
}
