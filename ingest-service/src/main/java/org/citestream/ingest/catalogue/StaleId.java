package org.citestream.ingest.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.citestream.ingest.fact.AliasFound;
import org.citestream.ingest.fact.PublicationDescribed;
import org.citestream.ingest.publish.OutgoingRecord;

/**
 * An id made of a title that no reading makes any more.
 *
 * @param said how it is described; null when it is not
 * @param alias where it leads today; null when it leads nowhere
 * @param better what its references are said to cite now; null when there are none, or several works
 */
record StaleId(String id, PublicationDescribed said, String alias, String better) {

    /** What is said no more, and where the id leads from now on. */
    List<OutgoingRecord> records() {
        var records = new ArrayList<OutgoingRecord>();
        if (said != null) {
            records.add(OutgoingRecord.takeBack(said.recordKey(), id, said.typeName()));
        }
        if (leads()) {
            // The same reference, read again: beyond doubt.
            records.add(OutgoingRecord.of(new AliasFound(id, better, Match.Method.TITLE.wireName(), 1, Instant.now())));
        } else if (alias != null && better == null) {
            records.add(AliasNews.takeBack(id));
        }
        return records;
    }

    /** What is said again when a reading makes the id after all. */
    List<OutgoingRecord> undone() {
        var records = new ArrayList<OutgoingRecord>();
        if (said != null) {
            records.add(OutgoingRecord.of(said));
        }
        if (leads()) {
            records.add(AliasNews.takeBack(id));
        }
        return records;
    }

    /** An id that is nowhere in the log needs to lead nowhere. */
    private boolean leads() {
        return better != null && !better.equals(alias) && (said != null || alias != null);
    }
}
