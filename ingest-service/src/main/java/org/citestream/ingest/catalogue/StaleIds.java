package org.citestream.ingest.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.fact.PublicationDescribed;
import org.citestream.kit.database.Sql;

/**
 * Finds ids made of titles that no reading makes any more, and forgets them. Stateless; the caller holds the catalogue's
 * lock.
 */
final class StaleIds {
    /** Most ids at a time, so that a transaction stays short. */
    static final int MOST = 500;

    private static final String LEFT = "select id, array_remove(array_agg(distinct successor), null) as successors"
            + " from reference_id as former where not current"
            + " and not exists (select from reference_id one where one.id = former.id and one.current)"
            // The id of an article that was read itself.
            + " and not exists (select from publication where publication.id = former.id and source = 'fulltext')"
            // Who else makes it is not known yet.
            + " and not exists (select from article where state = 'closed' and not references_noted)"
            + " group by id order by id limit " + MOST;

    private StaleIds() {}

    private record Left(String id, Set<String> successors) {}

    /** Ids that may go, at most {@link #MOST}. */
    static List<StaleId> find(Connection connection) throws SQLException {
        List<Left> left = Sql.of(LEFT)
                .list(connection, row -> new Left(row.getString("id"), Set.copyOf(Sql.texts(row, "successors"))));
        if (left.isEmpty()) {
            return List.of();
        }
        List<String> ids = left.stream().map(Left::id).toList();
        Map<String, PublicationDescribed> said = CatalogueQueries.described(connection, ids).stream()
                .filter(described -> "reference".equals(described.source()))
                .collect(Collectors.toMap(PublicationDescribed::id, described -> described));
        Map<String, String> aliases = new HashMap<>();
        ArrayQuery.ask(
                connection,
                "select from_id, to_id from alias where from_id = any(?) and not leaving",
                row -> aliases.put(row.getString(1), row.getString(2)),
                ids);
        Map<String, PublicationId> roots = CatalogueQueries.roots(
                connection,
                left.stream().flatMap(one -> one.successors().stream()).toList());
        return left.stream()
                .map(one -> new StaleId(one.id(), said.get(one.id()), aliases.get(one.id()), sole(one, roots)))
                .toList();
    }

    /**
     * The one work that took an id's place, by its best id; null when there is none, or more than one, or when that is
     * named by a title too: aliases lead to better kinds of ids alone.
     */
    private static String sole(Left left, Map<String, PublicationId> roots) {
        Set<String> works = left.successors().stream()
                .map(id -> roots.containsKey(id) ? roots.get(id).value() : id)
                .collect(Collectors.toSet());
        return works.size() == 1
                ? works.stream()
                        .filter(id -> new PublicationId(id).kind() != PublicationId.Scheme.REF)
                        .findAny()
                        .orElse(null)
                : null;
    }

    /** Forgets ids once the log says that they are gone. */
    static void forget(Connection connection, List<StaleId> gone) throws SQLException {
        List<String> ids = gone.stream().map(StaleId::id).toList();
        ArrayQuery.tell(connection, "delete from reference_id where id = any(?) and not current", ids);
        ArrayQuery.tell(connection, "delete from publication where id = any(?) and source = 'reference'", ids);
        ArrayQuery.tell(connection, "delete from identifier where id = any(?) and source = 'reference'", ids);
    }

    /** Those of these ids that a reading has begun to make meanwhile. */
    static List<StaleId> madeMeanwhile(Connection connection, List<StaleId> gone) throws SQLException {
        var made = new HashSet<>(ArrayQuery.ask(
                connection,
                "select distinct id from reference_id where id = any(?) and current",
                row -> row.getString(1),
                gone.stream().map(StaleId::id).toList()));
        return gone.stream().filter(stale -> made.contains(stale.id())).toList();
    }

    /** Ids whose alias is still to be taken back. */
    static List<String> leading(Connection connection) throws SQLException {
        return Sql.of("select from_id from alias where leaving").list(connection, row -> row.getString(1));
    }
}
