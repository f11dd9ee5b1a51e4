package org.citestream.ingest.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One (sentence, cited publication) pair of one citing article.
 *
 * @param markers [start, end) pairs in UTF-16 units
 * @param markerMatch how markers and reference were brought together where the file does not link them; absent where it
 *     does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementExtracted(
        String id,
        String citing,
        long revision,
        String referenceKey,
        String cited,
        String text,
        String before,
        String after,
        List<List<Integer>> markers,
        int mentions,
        int groupSize,
        boolean impliedByRange,
        String position,
        List<String> headingPath,
        String secType,
        int ordinal,
        boolean truncated,
        String language,
        RelationshipValue relationship,
        String extractor,
        MarkerMatchValue markerMatch)
        implements ArticleFact {
    /**
     * How a marker was brought together with its reference.
     *
     * @param method {@code printed}: by its number, or name and year; {@code footnote}: by the footnote it leads to
     * @param score above 0, below 1
     */
    public record MarkerMatchValue(String method, double score) {}

    public StatementExtracted {
        markers = markers.stream().map(List::copyOf).toList();
        headingPath = List.copyOf(headingPath);
    }

    @Override
    public String recordKey() {
        return id;
    }
}
