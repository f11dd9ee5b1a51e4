package org.citestream.query.dialect.opencitations;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;

/** Counts citations exactly as {@link CitationRows} lists them, so that the two never disagree. Thread-safe. */
@Singleton
record CitationCounts(Snapshot snapshot, PublicationReader publications) {

    long toward(String curie, IndexVersion version) {
        return counted(curie, version, work -> new Sql()
                .add("FROM active.reference_edge e JOIN active.publication c ON c.key = e.citing")
                .add("JOIN active.publication o ON o.key = c.root WHERE e.cited = ?", work));
    }

    long from(String curie, IndexVersion version) {
        return counted(curie, version, work -> new Sql()
                .add("FROM active.reference_edge e JOIN active.publication o ON o.key = e.cited")
                .add("WHERE e.citing IN (")
                .add(PublicationReader.sameWork(work))
                .add(")"));
    }

    /** The number of citations that the works of a journal received. */
    long towardJournal(String issn) {
        return snapshot.once(connection -> new Sql()
                .add("SELECT coalesce(sum(t.citing_publications), 0) FROM active.publication p")
                .add(
                        "JOIN active.tally t ON t.cited = p.key WHERE p.issns @> ARRAY[?]::text[] AND p.root = p.key",
                        issn)
                .first(connection, row -> row.getLong(1))
                .orElse(0L));
    }

    private interface LinkSide {
        Sql of(long work);
    }

    private long counted(String curie, IndexVersion version, LinkSide edges) {
        String both = version == IndexVersion.V1 ? "AND " + PublicationReader.doi("o") + " IS NOT NULL" : "";
        return snapshot.read(connection -> {
            Optional<Long> work = publications.find(connection, curie);
            if (work.isEmpty()) {
                return 0L;
            }
            if (version == IndexVersion.V1
                    && publications
                                    .read(connection, java.util.List.of(work.get()))
                                    .get(work.get())
                                    .doi()
                            == null) {
                return 0L;
            }
            return new Sql()
                    .add("SELECT count(DISTINCT o.key)")
                    .add(edges.of(work.get()))
                    .add(both)
                    .first(connection, row -> row.getLong(1))
                    .orElse(0L);
        });
    }
}
