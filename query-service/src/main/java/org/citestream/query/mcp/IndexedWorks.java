package org.citestream.query.mcp;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;

/** Finds which works of a list are in the index, and how they are cited. Thread-safe. */
@Singleton
record IndexedWorks(Snapshot snapshot, PublicationReader publications) {

    /** A work with its tally. */
    record IndexedWork(ShownPublication work, Tally tally) {}

    /** By the requested CURIEs; unknown ones are absent. */
    Map<String, IndexedWork> find(Collection<String> curies) {
        return snapshot.read(connection -> {
            Map<String, ShownPublication> works = publications.readBriefByIds(connection, curies);
            List<String> ids =
                    works.values().stream().map(ShownPublication::id).distinct().toList();
            Map<String, Tally> tallies = Tallies.byId(connection, ids);
            Map<String, IndexedWork> held = new HashMap<>();
            works.forEach((asked, work) ->
                    held.put(asked, new IndexedWork(work, tallies.getOrDefault(work.id(), Tally.NONE))));
            return held;
        });
    }
}
