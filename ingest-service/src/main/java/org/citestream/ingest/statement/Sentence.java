package org.citestream.ingest.statement;

import java.util.ArrayList;
import java.util.List;
import org.citestream.ingest.article.Paragraph;

/**
 * A citing sentence in its paragraph.
 *
 * @param span in the paragraph
 * @param before what is kept of the sentence before it; null at the start of the paragraph
 * @param after what is kept of the sentence after it; null at the end
 */
record Sentence(Paragraph paragraph, Span span, String text, Excerpt before, Excerpt after) {
    Sentence(Paragraph paragraph, Span span, Excerpt before, Excerpt after) {
        this(paragraph, span, paragraph.text().substring(span.start(), span.end()), before, after);
    }

    /** What of the sentence is kept for a statement about this citation. */
    Excerpt around(Citation citation) {
        return Excerpt.around(text, inSentence(citation.marker()));
    }

    /** Where the markers stand in the excerpt; those that were cut away are left out, the first never is. */
    List<Span> markersIn(Excerpt excerpt, List<Citation> citations) {
        List<Span> markers = new ArrayList<>(citations.size());
        int length = excerpt.text().length();
        for (Citation citation : citations) {
            Span place = inSentence(citation.marker());
            int start = place.start() - excerpt.offset();
            int end = place.end() - excerpt.offset();
            if (markers.isEmpty() || (start >= 0 && end <= length)) {
                int from = Math.min(Math.max(0, start), length);
                markers.add(new Span(from, Math.max(from, Math.min(end, length))));
            }
        }
        return markers;
    }

    /** A range that runs over the end of the sentence ends with it. */
    private Span inSentence(Span marker) {
        int start = Math.min(Math.max(0, marker.start() - span.start()), text.length());
        int end = Math.min(marker.end() - span.start(), text.length());
        return new Span(start, Math.max(start, end));
    }
}
