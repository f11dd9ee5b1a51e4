package org.citestream.ingest.arrival.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.fact.NoticeIssued;
import org.citestream.ingest.fact.NoticeWithdrawn;

/**
 * What a file says, once it was read to its end.
 *
 * @param issued notices that stand
 * @param withdrawn notices that the file itself takes back
 * @param works by source, the works of which the file names all notices that the source stands by
 * @param sources those of which the file names all notices, whatever the work
 * @param rows entries of the file, whatever became of them
 * @param withoutId entries about a work without DOI and PMID
 * @param otherNature entries that are no notices
 */
record NoticeList(
        List<NoticeIssued> issued,
        List<NoticeWithdrawn> withdrawn,
        Map<String, Set<PublicationId>> works,
        Set<String> sources,
        long rows,
        long withoutId,
        long otherNature) {

    NoticeList {
        issued = List.copyOf(issued);
        withdrawn = List.copyOf(withdrawn);
        works = Map.copyOf(works);
        sources = Set.copyOf(sources);
    }

    /**
     * What became of a file.
     *
     * @param rows entries of the file
     * @param issued those that became notices
     * @param withdrawn notices taken back: by the file, or because it no longer names them
     * @param withoutId entries about a work without DOI and PMID
     * @param otherNature entries that are no notices
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ImportSummary(long rows, long issued, long withdrawn, long withoutId, long otherNature) {}

    ImportSummary summary(long withdrawn) {
        return new ImportSummary(rows, issued.size(), withdrawn, withoutId, otherNature);
    }
}
