package org.citestream.query.web.badge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownNotice;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.Codes;

/** Reads the figures of badges; empty for a work that no fact named. Thread-safe. */
@Singleton
record BadgeReader(Snapshot snapshot, PublicationReader publications) {

    private static final Map<String, String> WARNINGS = Map.of("retraction", "retracted", "withdrawal", "withdrawn");

    Optional<BadgeFacts> read(String curie) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty() ? Optional.empty() : Optional.of(facts(connection, key.get()));
        });
    }

    private BadgeFacts facts(Connection connection, long key) throws SQLException {
        Stream<ShownNotice> notices = publications.read(connection, List.of(key)).get(key).notices().stream();
        return new BadgeFacts(
                Tallies.byKey(connection, List.of(key)).getOrDefault(key, Tally.NONE),
                sections(connection, key),
                notices.map(notice -> WARNINGS.get(notice.kind()))
                        .filter(warning -> warning != null)
                        .min(String::compareTo)
                        .orElse(null));
    }

    private static Map<String, Long> sections(Connection connection, long key) throws SQLException {
        Map<String, Long> sections = new HashMap<>();
        new Sql()
                .add("SELECT s.section, count(*) FROM active.statement s WHERE s.cited = ? GROUP BY s.section", key)
                .list(connection, row -> {
                    String name = Codes.SECTION.knownName(row.getInt(1));
                    return sections.merge(name == null ? "other" : name, row.getLong(2), Long::sum);
                });
        return sections;
    }
}
