package org.citestream.ingest.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One (sentence, cited publication) pair of one citing article.
 *
 * @param markers [start, end) pairs in UTF-16 units
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
        String extractor)
        implements ArticleFact {
    public StatementExtracted {
        markers = markers.stream().map(List::copyOf).toList();
        headingPath = List.copyOf(headingPath);
    }

    @Override
    public String recordKey() {
        return id;
    }
}
