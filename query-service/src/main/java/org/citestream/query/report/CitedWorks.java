package org.citestream.query.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.DatabaseLife;
import org.citestream.query.database.ViewPosition;

/**
 * All statements about a work, from memory if they are cached and still current, else from the tables. The result is
 * always what the caller's transaction sees: the tally rows of the work (every write to its statements records its
 * transaction there) and the publications touched since then show whether anything relevant was written. Thread-safe.
 */
@ApplicationScoped
class CitedWorks {

    private final CitedWorkReader reader;
    private final ReportSettings settings;
    private final Cache<Long, RememberedWork> remembered;

    CitedWorks(CitedWorkReader reader, ReportSettings settings) {
        this.reader = reader;
        this.settings = settings;
        this.remembered = Caffeine.newBuilder()
                .maximumWeight(settings.rememberedRows())
                .weigher((Long cited, RememberedWork work) -> work.weight())
                .build();
    }

    /**
     * @param cited key of the work
     * @param standing its version as seen by the transaction; see {@link #versionOf}
     */
    CitedWork get(Connection connection, long cited, WorkVersion standing) throws SQLException {
        RememberedWork known = remembered.getIfPresent(cited);
        if (known == null) {
            return read(connection, cited, standing, Map.of());
        }
        Optional<Set<Long>> touched = known.touched(connection, standing.moment(), settings.mostTouched());
        if (touched.isEmpty()) {
            return read(connection, cited, standing, Map.of());
        }
        if (known.holds(standing, touched.get())) {
            remembered.put(cited, known.at(standing));
            return known.work;
        }
        return read(connection, cited, standing, known.citersBut(touched.get()));
    }

    private CitedWork read(Connection connection, long cited, WorkVersion standing, Map<Long, Citer> known)
            throws SQLException {
        CitedWork work = reader.read(connection, cited, known);
        if (work.size() >= settings.rememberFrom()) {
            remembered.put(cited, new RememberedWork(standing, work, members(connection, work, known)));
        }
        return work;
    }

    /**
     * The version of a work as seen by a transaction.
     *
     * @param citing distinct works whose reference lists name it
     * @param version every write to a statement about the work changes it
     */
    record WorkVersion(ViewPosition moment, long citing, String version) {}

    static WorkVersion versionOf(Connection connection, long cited) throws SQLException {
        return new Sql()
                .add("SELECT (SELECT number FROM app.generation WHERE state = 'active'), pg_current_snapshot()::text,")
                .add(DatabaseLife.SQL + ",")
                .add("coalesce(sum(citing_publications), 0),")
                .add("coalesce(string_agg(partition || ':' || touched::text, ' ' ORDER BY partition), '')")
                .add("FROM active.tally WHERE cited = ?", cited)
                .first(
                        connection,
                        row -> new WorkVersion(
                                new ViewPosition(row.getInt(1), row.getString(3), row.getString(2)),
                                row.getLong(4),
                                row.getString(5)))
                .orElseThrow();
    }

    /**
     * The citing works by all their keys: touching a publication that is, or is an alias of, one of them may have
     * changed it.
     */
    private static Map<Long, Citer> members(Connection connection, CitedWork work, Map<Long, Citer> known)
            throws SQLException {
        Map<Long, Citer> citers = new HashMap<>();
        work.citers().forEach(citer -> citers.put(citer.root(), citer));
        Map<Long, Citer> members = new HashMap<>(known);
        members.values().removeIf(citer -> !citers.containsKey(citer.root()));
        Long[] fresh = citers.keySet().stream()
                .filter(root -> !members.containsKey(root))
                .toArray(Long[]::new);
        for (Long root : fresh) {
            members.put(root, citers.get(root));
        }
        new Sql()
                .add("SELECT key, root FROM active.publication WHERE root = ANY (?) AND root <> key", (Object) fresh)
                .list(connection, row -> members.put(row.getLong(1), citers.get(row.getLong(2))));
        return members;
    }

    /**
     * @param members the citing works by all their keys
     */
    private record RememberedWork(WorkVersion standing, CitedWork work, Map<Long, Citer> members) {

        /** The same, known to be current later. */
        RememberedWork at(WorkVersion later) {
            return later.moment().min() <= standing.moment().min() ? this : new RememberedWork(later, work, members);
        }

        int weight() {
            return work.size() + 10 * work.citers().size();
        }

        /**
         * The publications touched since then, with their roots; empty if that cannot be determined, or they are too
         * many to be worthwhile.
         */
        Optional<Set<Long>> touched(Connection connection, ViewPosition now, int most) throws SQLException {
            ViewPosition then = standing.moment();
            if (now.equals(then)) {
                return Optional.of(Set.of());
            }
            // A transaction that began before the work was read cannot know what it does not see yet; one that began
            // later sees everything.
            if (!now.isComparableTo(then) || now.min() < then.min()) {
                return Optional.empty();
            }
            Set<Long> touched = new HashSet<>();
            int rows = new Sql()
                    .add(
                            "SELECT key, root FROM active.publication WHERE touched >= ?::text::xid8 LIMIT ?",
                            Long.toString(then.min()),
                            most + 1)
                    .list(connection, row -> touched.addAll(List.of(row.getLong(1), row.getLong(2))))
                    .size();
            return rows > most ? Optional.empty() : Optional.of(touched);
        }

        boolean holds(WorkVersion now, Set<Long> touched) {
            return now.version().equals(standing.version()) && touched.stream().noneMatch(members::containsKey);
        }

        /** The citing works that are still current: those that no touched publication is, was or leads to. */
        Map<Long, Citer> citersBut(Set<Long> touched) {
            Set<Long> changed = touched.stream()
                    .filter(members::containsKey)
                    .map(key -> members.get(key).root())
                    .collect(Collectors.toSet());
            Map<Long, Citer> citers = new HashMap<>(members);
            citers.values().removeIf(citer -> changed.contains(citer.root()));
            return citers;
        }
    }
}
