package org.citestream.query.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.vocabulary.Codes;

/** Reads what else the sentences of statements cite. Thread-safe. */
@Singleton
public record SentenceReader(PublicationReader publications) {

    private record TargetRow(UUID of, UUID statement, String cited, String type) {}

    /**
     * All statements made by the sentences of these, including these, by the requested statement and in order.
     *
     * @param blind whether to leave out their types
     */
    public Map<UUID, List<SentenceTarget>> read(Connection connection, Collection<UUID> ids, boolean blind)
            throws SQLException {
        List<TargetRow> rows = new Sql()
                .add("SELECT s.id AS of, o.id, w.id AS cited, o.type FROM active.statement s")
                .add("JOIN active.statement o ON o.citing = s.citing AND o.text = s.text")
                .add("AND o.before IS NOT DISTINCT FROM s.before AND o.after IS NOT DISTINCT FROM s.after")
                .add("JOIN active.publication w ON w.key = o.cited")
                .add("WHERE s.id = ANY (?) ORDER BY o.ordinal, o.id", (Object) ids.toArray(UUID[]::new))
                .list(
                        connection,
                        row -> new TargetRow(
                                row.getObject("of", UUID.class),
                                row.getObject("id", UUID.class),
                                row.getString("cited"),
                                blind ? null : Codes.TYPE.name(row.getInt("type"))));
        Set<String> cited = new HashSet<>();
        rows.forEach(row -> cited.add(row.cited));
        Map<String, ShownPublication> works = publications.readBriefByIds(connection, cited);
        Map<UUID, List<SentenceTarget>> targets = new HashMap<>();
        for (TargetRow row : rows) {
            ShownPublication work = works.get(row.cited);
            targets.computeIfAbsent(row.of, of -> new ArrayList<>())
                    .add(new SentenceTarget(
                            row.statement,
                            row.cited,
                            work == null ? ShownPublication.nameOf(row.cited) : work.name(),
                            work == null ? null : work.year(),
                            row.type));
        }
        return targets;
    }
}
