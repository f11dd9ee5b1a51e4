package org.citestream.query.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.tally.Tally;

/**
 * A work of a collection with how it is cited.
 *
 * @param id CURIE under which it was added
 * @param work what is known of it; absent if the index does not know it yet
 * @param title as the list gave it; absent if it gave none or the index knows the work
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CollectedWorkRow(
        String id, ShownPublication work, String title, Tally tally, String note, List<String> tags, Instant addedAt) {

    public CollectedWorkRow {
        tags = List.copyOf(tags);
    }
}
