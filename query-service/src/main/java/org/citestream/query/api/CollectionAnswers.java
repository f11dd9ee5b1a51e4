package org.citestream.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.query.collection.CollectedWork;
import org.citestream.query.collection.CollectedWorkRow;
import org.citestream.query.collection.CollectionComparison.ComparedCollections;
import org.citestream.query.collection.CollectionContent.WorkWithNotices;
import org.citestream.query.collection.CollectionImport.ImportReport;
import org.citestream.query.collection.WorkCollection;
import org.citestream.query.tally.Tally;

/** What is answered about collections. */
public final class CollectionAnswers {

    private CollectionAnswers() {}

    /**
     * A collection.
     *
     * @param owner name of the key that made it
     * @param open whether everybody may read it
     * @param right what the caller may do: read, edit or own
     * @param works how many there are; absent where they are not counted
     * @param readLink address for people who may read it; only for those who may edit it
     * @param editLink address for people who may read and edit it; only for those who may edit it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ShownCollection(
            UUID id,
            String name,
            String description,
            String owner,
            boolean open,
            String right,
            Instant createdAt,
            Instant changedAt,
            Long works,
            String readLink,
            String editLink) {

        static ShownCollection of(
                WorkCollection collection, String right, Long works, String readLink, String editLink) {
            return new ShownCollection(
                    collection.id,
                    collection.name,
                    collection.description,
                    collection.owner,
                    collection.open,
                    right,
                    collection.createdAt,
                    collection.changedAt,
                    works,
                    readLink,
                    editLink);
        }
    }

    /** The collections that the caller may read without a link. */
    public record CollectionList(List<ShownCollection> collections) {}

    /** A new collection, and what became of the list that came with it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CreatedCollection(ShownCollection collection, ImportReport imported) {}

    /**
     * A collection and how its works are cited.
     *
     * @param known how many of its works the index knows
     * @param tally the sum over its works
     * @param noticed works with editorial notices, the latest notice first
     * @param tags all tags, with how many works have each
     * @param matching works that the list has on all of its pages
     * @param next the offset of the next page, absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CollectionReport(
            ShownCollection collection,
            int known,
            Tally tally,
            List<WorkWithNotices> noticed,
            Map<String, Long> tags,
            int matching,
            List<CollectedWorkRow> works,
            Integer next) {}

    /** What people wrote about a work in a collection. */
    public record AnnotatedWork(String id, String note, List<String> tags, Instant addedAt) {

        static AnnotatedWork of(CollectedWork work) {
            return new AnnotatedWork(work.work, work.note, work.tags(), work.addedAt);
        }
    }

    /** Two collections side by side. */
    public record CollectionPair(ShownCollection first, ShownCollection second, ComparedCollections compared) {}
}
