package org.citestream.ingest.statement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.citestream.ingest.article.MarkerMatch;
import org.citestream.ingest.article.Position;
import org.citestream.ingest.article.PublicationId;

/**
 * One (sentence, cited publication) pair.
 *
 * @param id content hash, stable over readings, printed in UUID form
 * @param referenceKey key of the reference inside the citing article
 * @param text the citing sentence
 * @param before the sentence before in the same paragraph; null at its start
 * @param after the sentence after in the same paragraph; null at its end
 * @param markers where this reference's markers stand in {@code text}, at least one
 * @param mentions how often the sentence marks this reference, ranges that imply it included; at least 1
 * @param groupSize works in the marker group of the first marker: {@code [3–7]} has 5
 * @param impliedByRange whether the file names this reference only by the ends of a range around it
 * @param headingPath raw headings, outermost first
 * @param secType the publisher's own type of the section; null when not given
 * @param ordinal 0-based place among the article's statements, in the order of the text
 * @param truncated whether {@code text}, {@code before} or {@code after} was cut to its greatest length
 * @param language of the article; null when unknown
 * @param match how markers and reference were brought together, the least sure of them, where the file does not link
 *     them; null where it does
 */
public record CitationStatement(
        String id,
        PublicationId citing,
        String referenceKey,
        PublicationId cited,
        String text,
        String before,
        String after,
        List<Span> markers,
        int mentions,
        int groupSize,
        boolean impliedByRange,
        Position position,
        List<String> headingPath,
        String secType,
        int ordinal,
        boolean truncated,
        String language,
        Relationship relationship,
        MarkerMatch match) {
    public CitationStatement {
        requireNonNull(id, "id");
        requireNonNull(citing, "citing");
        requireNonNull(referenceKey, "referenceKey");
        requireNonNull(cited, "cited");
        requireNonNull(text, "text");
        requireNonNull(position, "position");
        requireNonNull(relationship, "relationship");
        markers = List.copyOf(markers);
        headingPath = List.copyOf(headingPath);
        if (markers.isEmpty() || mentions < 1 || groupSize < 1) {
            throw new IllegalArgumentException("a statement marks its reference at least once");
        }
        if (markers.get(markers.size() - 1).end() > text.length()) {
            throw new IllegalArgumentException("a marker ends behind the sentence");
        }
    }
}
